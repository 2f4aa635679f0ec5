import { expect, test } from 'vitest';
import { asks, DingtalkOffice } from '../../support/dingtalk-office.js';

const picture = { downloadCode: 'd1', pictureDownloadCode: 'p1' };

test('what is no words is answered with what can be done, once', async () => {
  const { lei, east, dingtalk } = await DingtalkOffice.open();
  lei.sends('picture', picture);
  await lei.chat.waitFor(/我还看不懂图片，没有保存[\s\S]*请把要记的用文字/);
  lei.sends('file', { fileName: '报价.pdf', downloadCode: 'd1', spaceId: '1', fileId: '2' });
  await lei.chat.waitFor(/我还看不懂文件/);
  lei.sends('video', { duration: '4', videoType: 'mp4', downloadCode: 'd1' });
  await lei.chat.waitFor(/我还看不懂视频/);
  lei.sends('audio', { duration: 400, downloadCode: 'd1' });
  await lei.chat.waitFor(/我还看不懂语音/);
  lei.sends('chatRecord', {});
  await lei.chat.waitFor(/我还看不懂聊天记录/);
  lei.sends('somethingNew', {});
  await lei.chat.waitFor(/我还看不懂这类消息/);
  lei.sends('picture', picture, { in: east });
  await east.waitFor(/我还看不懂图片，没有保存/);
  expect(lei.chat.readable().match(/我还看不懂图片/g)).toHaveLength(1);
  expect(dingtalk.company.counted.calls).toBeLessThan(50);
});

test('words beside a picture, and words about a quoted one, are taken and the picture is said not to be saved', async () => {
  const { lei } = await DingtalkOffice.open();
  await asks(lei, '线索 星河科技', 'L-1');
  lei.sends('richText', {
    richText: [{ text: '跟 星河科技 电话 看了名片' }, { type: 'picture', ...picture }],
  });
  await lei.chat.waitFor(/看了名片[\s\S]*我只看了文字，图片没有保存/);
  lei.repliesTo({ msgType: 'picture', content: picture }, '跟 星河科技 电话 见上图');
  await lei.chat.waitFor(/见上图[\s\S]*我只看了文字，图片没有保存/);
});

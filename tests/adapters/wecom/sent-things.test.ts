import { test } from 'vitest';
import { asks, seen, WecomOffice } from '../../support/wecom-office.js';

const picture = Buffer.from('a picture');

test('pictures, files, videos and speech without words are answered with what can be done', async () => {
  const { lei, product } = await WecomOffice.open();
  await lei.sends('image', 'card.png', picture);
  await seen(lei.chat, /我还看不懂图片，没有保存[\s\S]*请把要记的用文字/);
  await lei.sends('file', '报价.pdf', picture);
  await seen(lei.chat, /我还看不懂文件/);
  await lei.sends('video', 'visit.mp4', picture);
  await seen(lei.chat, /我还看不懂视频/);
  await lei.speaks('');
  await seen(lei.chat, /我还看不懂语音/);
  await product.store.tx(async (tx) => {
    await tx.q.update(tx.t.people).set({ locale: 'en' });
  });
  await lei.sends('image', 'card.png', picture);
  await seen(lei.chat, /I can't read pictures, so nothing was saved/);
});

test('words beside a picture, and words about a quoted one, are taken and the picture is said not to be saved', async () => {
  const { lei, east } = await WecomOffice.open();
  await asks(lei, '线索 星河科技', 'L-1');
  await lei.sendsWithPicture('跟 星河科技 电话 看了名片', picture);
  await seen(lei.chat, /看了名片[\s\S]*我只看了文字，图片没有保存/);
  await lei.sendsWithPicture('跟 星河科技 电话 群里说的', picture, { in: east, mention: true });
  await seen(east, /群里说的[\s\S]*我只看了文字，图片没有保存/);
  const { message } = await lei.sends('image', 'card.png', picture);
  await asks(lei, '跟 星河科技 电话 见上图', /见上图[\s\S]*我只看了文字，图片没有保存/, { quote: message });
});

/**
 * Block Kit's limits in characters and items. Sources: slack.md section 6, the page of each block, element and
 * object under https://docs.slack.dev/reference/block-kit, and @slack/types/dist/block-kit/*.d.ts. Where the
 * documents do not say whether code points or UTF-16 units count, the emulator counts the latter: never fewer.
 */
export const limits = {
  /** https://docs.slack.dev/reference/block-kit/blocks */
  blocks: { message: 50, modal: 100, home: 100 },
  id: 255,
  text: 3_000,
  /** From about here on slack.com answers msg_blocks_too_long (slackapi/bolt-js#2509). */
  messageText: 13_200,
  /** /reference/methods/chat.postMessage: longer text is cut. */
  topText: 40_000,
  /** /reference/methods/chat.update: longer text is msg_too_long. */
  updateText: 4_000,
  attachments: 100,
  header: 150,
  fields: 10,
  fieldText: 2_000,
  contextElements: 10,
  actionsElements: 25,
  contextActions: 5,
  buttonText: 75,
  buttonValue: 2_000,
  url: 3_000,
  accessibilityLabel: 75,
  confirm: { title: 100, text: 300, button: 30 },
  options: 100,
  groups: 100,
  optionText: 75,
  optionValue: 150,
  optionDescription: 75,
  groupLabel: 75,
  placeholder: 150,
  overflow: 5,
  choices: 10,
  label: 2_000,
  hint: 2_000,
  inputLength: 3_000,
  files: 10,
  altText: 2_000,
  imageTitle: 2_000,
  /** /reference/views, /surfaces/modals */
  viewTitle: 24,
  privateMetadata: 3_000,
  viewBytes: 250 * 1024,
  pushedViews: 3,
  /** /reference/block-kit/blocks/markdown-block: over all of a message. */
  markdown: 12_000,
  /** /reference/block-kit/blocks/table-block */
  table: { rows: 100, cells: 20, columnSettings: 20, text: 10_000 },
  /** /reference/block-kit/blocks/data-table-block: the lower numbers of two that are listed. */
  dataTable: { rows: 101, cells: 20, text: 10_000, pageSize: 100 },
  /** /reference/block-kit/blocks/data-visualization-block: the lower numbers; two per message: vercel/chat#696. */
  chart: { title: 50, segments: 6, series: 6, points: 20, label: 20, axisLabel: 50, perMessage: 2 },
  /** /reference/block-kit/blocks/card-block, carousel-block, container-block, alert-block */
  card: { title: 150, subtitle: 150, body: 200, subtext: 200, actions: 3, perCarousel: 10 },
  container: { title: 150, blocks: 10 },
  alert: 200,
  video: { title: 200, author: 50 },
} as const;

/** Block Kit's limits, in characters and items. Source: https://docs.slack.dev/reference/block-kit/blocks */
export const slackLimits = {
  blocks: 50,
  /** Slack refuses from about 13,200 characters of block text on (slackapi/bolt-js#2509). */
  messageText: 12_000,
  /** Advised for the top-level text. */
  notification: 300,
  header: 150,
  text: 3_000,
  contextText: 2_000,
  fields: 10,
  fieldText: 2_000,
  elements: 25,
  buttonText: 75,
  buttonValue: 2_000,
  url: 3_000,
  confirmText: 300,
  options: 100,
  optionText: 75,
  optionValue: 150,
  placeholder: 150,
  altText: 2_000,
  tableRows: 100,
  tableColumns: 20,
  tableText: 10_000,
  /** Title, submit and close of a window. */
  viewTitle: 24,
  viewBlocks: 100,
  privateMetadata: 3_000,
  /** Our own: keeps one block of controls small enough to share a message. */
  controlsText: 5_000,
} as const;

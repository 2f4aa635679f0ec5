export {
  type Channels,
  channelsOf,
  habitsOf,
  placeReader,
  type Reader,
  readerOf,
} from '../../crm/access/reader.js';
export { audienceOf } from '../../crm/access/visibility.js';
export { nextAt, notifyChannels, notifyPerson, placeFor, type Topic } from '../../crm/notices/notify.js';

export { channelReader, habitsOf, type Reader, readerOf } from '../../crm/access/reader.js';
export { audienceOf } from '../../crm/access/visibility.js';
export { notifyCompany, notifyPerson, notifyTeam, placeFor, type Topic } from '../../crm/acts/notify.js';

export { habitsOf, type Reader, readerOf } from '../../crm/access/reader.js';
export { crowdOf } from '../../crm/access/visibility.js';
export { type Topic, tellCompany, tellPerson, tellTeam } from '../../crm/acts/notify.js';

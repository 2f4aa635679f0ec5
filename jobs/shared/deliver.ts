export { crowdOf } from '../../crm/access/visibility.js';
export {
  habitsOf,
  type Reader,
  readerOf,
  type Topic,
  tellCompany,
  tellPerson,
  tellTeam,
} from '../../crm/acts/notify.js';

export {
  habitsOf,
  type Reader,
  readerOf,
  type Topic,
  tellCompany,
  tellPerson,
  tellTeam,
} from '../commands/acts/tell.js';
export { crowdOf } from '../commands/sight.js';

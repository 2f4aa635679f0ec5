export {
  habitsOf,
  type Reader,
  readerOf,
  type Topic,
  tellPerson,
  tellTeam,
} from '../commands/acts/tell.js';
export { crowdOf } from '../commands/sight.js';

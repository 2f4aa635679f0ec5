export {
  crowdOf,
  type Reader,
  readerOf,
  type Topic,
  tellPerson,
  tellTeam,
} from '../commands/acts/tell.js';

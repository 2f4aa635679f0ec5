import { en } from '../../texts/en/index.js';
import { marked } from './marked-language.js';

/** Set-up of one project: English becomes a language that the code cannot know, before any other module is loaded. */
Object.assign(en, marked(en));

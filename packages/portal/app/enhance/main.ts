import { dropForeignDrafts } from '../pages/apply/forms/keep-draft.ts';
import { enhanceSuggest } from './suggest.ts';

/** Small helps for pages that no framework hydrates. Without this script every page works as it stands. */
for (const input of document.querySelectorAll<HTMLInputElement>('input[data-suggest]')) enhanceSuggest(input);
dropForeignDrafts();

export { type FollowedFile, followFile } from './follow-file.ts';

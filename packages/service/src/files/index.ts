export { type FollowedFile, followFile, type FollowListener } from './follow-file.ts';

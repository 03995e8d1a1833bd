export { createSignInServer, type SignInServer } from './create-sign-in-server.ts';
export { personOf } from './people.ts';
export { localSignInSettings } from './settings.ts';

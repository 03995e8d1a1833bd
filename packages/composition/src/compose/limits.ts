/** In bytes of UTF-8. The largest department known has a hundredth of it. */
export const MAX_SDL_BYTES = 5 * 1024 * 1024;

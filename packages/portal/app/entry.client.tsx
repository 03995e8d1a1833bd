import { StrictMode, startTransition } from 'react';
import { hydrateRoot } from 'react-dom/client';
import { HydratedRouter } from 'react-router/dom';
import { loadMessages } from './language/catalogs.ts';
import { isLanguage } from './language/languages.ts';

const language = document.documentElement.dataset['language'];
await loadMessages(isLanguage(language) ? language : 'zh');
startTransition(() => {
  hydrateRoot(
    document,
    <StrictMode>
      <HydratedRouter />
    </StrictMode>,
  );
});

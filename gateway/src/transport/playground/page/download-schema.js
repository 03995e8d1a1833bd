import { ToolbarButton, useGraphiQL } from '@graphiql/react';
import { printSchema } from 'graphql';
import { createElement } from 'react';
import { t } from './texts.js';

/** Saves the schema that the editor has read as SDL. */
export function DownloadSchema() {
  const schema = useGraphiQL((state) => state.schema);
  return createElement(
    ToolbarButton,
    { label: t('sdl.download'), disabled: !schema, onClick: () => save(printSchema(schema)) },
    createElement(
      'svg',
      {
        className: 'graphiql-toolbar-icon',
        viewBox: '0 0 16 16',
        fill: 'none',
        stroke: 'currentColor',
        strokeWidth: 1.5,
      },
      createElement('path', { d: 'M8 2v8M4.75 7 8 10.25 11.25 7M2.5 13.5h11', strokeLinecap: 'round' }),
    ),
  );
}

function save(sdl) {
  const url = URL.createObjectURL(new Blob([sdl], { type: 'application/graphql' }));
  Object.assign(document.createElement('a'), { href: url, download: 'schema.graphql' }).click();
  URL.revokeObjectURL(url);
}

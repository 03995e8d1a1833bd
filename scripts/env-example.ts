import { accepts, describe, type Setting, type SettingsSection, settingsOf } from './settings-page.ts';

const WIDTH = 118;

/** .env.example: every setting with its default, commented out. */
export function envExample(sections: readonly SettingsSection[]): string {
  const body = sections.map(({ title, intro, shape }) => {
    const heading = `# ${'-'.repeat(8)} ${title} ${'-'.repeat(WIDTH - 12 - title.length)}\n${comment(intro.replaceAll('`', ''))}`;
    return [heading, ...settingsOf(shape).map(entry)].join('\n\n');
  });
  return `# Copy this file to .env, which git leaves out, and set what should differ from the defaults.
# docker compose reads .env by itself. A service started by hand reads it with
#   npx node --env-file=.env subgraphs/tax/src/main.ts
# Some names, such as PORT, are read by more than one service: keep a file for each then.
# Made by \`npm run docs\`, as docs/config.md is.

# Password of PostgreSQL's administrator, for docker-compose.yml only: openssl rand -hex 24
#POSTGRES_PASSWORD=

# How many made-up records docker compose seeds: 1 stands for 20,000 enterprises.
#SCALE=1

# Address of the portal as browsers reach it, for docker-compose.yml only: https wherever that is not this machine.
#PORTAL_URL=http://127.0.0.1:4080

# Password of admin in Grafana, for docker-compose.yml with --profile observability only.
#GRAFANA_PASSWORD=

${body.join('\n\n')}
`;
}

function entry(setting: Setting): string {
  const value = setting.default === undefined ? '' : String(setting.default);
  const need = setting.default === undefined ? ' Must be set.' : '';
  return `${comment(`${describe(setting)}${need} Accepts ${accepts(setting).replaceAll('`', '')}.`)}\n#${setting.name}=${/[\s#'"]/.test(value) ? JSON.stringify(value) : value}`;
}

/** Lines of a comment, broken between words. */
function comment(text: string): string {
  const lines: string[] = [];
  let line = '#';
  for (const word of text.split(/\s+/)) {
    if (line.length + word.length >= WIDTH) {
      lines.push(line);
      line = '#';
    }
    line += ` ${word}`;
  }
  return [...lines, line].join('\n');
}

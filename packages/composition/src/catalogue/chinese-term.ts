/** The first run of Chinese in a text, with the slashes that join alternatives: 企业/法人. Null when it has none. */
export function chineseTerm(text: string | null | undefined): string | null {
  return /\p{Script=Han}[\p{Script=Han}/、（）]*/u.exec(text ?? '')?.[0].replace(/[/、（]+$/u, '') ?? null;
}

import { useTexts } from '../../../language/text.tsx';

/** Departments of the graph as people call them, each once. */
export function DepartmentNames({ names }: { names: readonly string[] }) {
  const { t, language } = useTexts();
  return [...new Set(names)].map((name) => t(`department.${name}`)).join(language === 'zh' ? '、' : ', ');
}

import type { MatterQuery } from '../../../graphql/generated/graphql.ts';
import { useTexts } from '../../../language/text.tsx';
import { Zh } from '../../../language/lang.tsx';
import { linesOf, type Placed, place } from './layers.ts';
import styles from './matters.module.css';

type Step = NonNullable<MatterQuery['matter']>['steps'][number];

const BOX = { width: 208, height: 96, gapX: 56, gapY: 24, margin: 4 };

/** Who does what, and what needs which: boxes with lines where there is room, and always the same as a list in its order. */
export function StepPicture({ steps }: { steps: readonly Step[] }) {
  const { t, pick, language } = useTexts();
  const placed = place(steps);
  const titles = new Map(steps.map(({ name, title, titleEn }) => [name, pick(title, titleEn)]));
  const columns = Math.max(...placed.map(({ column }) => column)) + 1;
  const rows = Math.max(...placed.map(({ row }) => row)) + 1;
  const width = columns * BOX.width + (columns - 1) * BOX.gapX + 2 * BOX.margin;
  const height = rows * BOX.height + (rows - 1) * BOX.gapY + 2 * BOX.margin;
  return (
    <>
      <svg
        viewBox={`0 0 ${width} ${height}`}
        width={width}
        height={height}
        className={styles['picture']}
        // The list beneath says the same to those who do not see it.
        aria-hidden="true"
      >
        {linesOf(placed).map(([from, to]) => (
          <path
            key={`${from.step.name} ${to.step.name}`}
            d={lineBetween(from, to)}
            className={styles['line']}
          />
        ))}
        {placed.map(({ step, ...at }) => (
          <foreignObject key={step.name} {...cornerOf(at)} width={BOX.width} height={BOX.height}>
            <div className={styles['box']} data-department={step.department} data-optional={step.isOptional}>
              <small>{t(`department.${step.department}`)}</small>
              <strong>
                <Zh>{titles.get(step.name)}</Zh>
              </strong>
              <small>{marksOf(step, t)}</small>
            </div>
          </foreignObject>
        ))}
      </svg>
      <ol className={styles['steps']}>
        {steps.map((step) => (
          <li key={step.name}>
            <div className={styles['box']} data-department={step.department} data-optional={step.isOptional}>
              <small>{t(`department.${step.department}`)}</small>
              <strong>
                <Zh>{titles.get(step.name)}</Zh>
              </strong>
              <small>{marksOf(step, t)}</small>
              {step.needs.length > 0 && (
                <small>
                  <Zh>
                    {t('matters.after', {
                      steps: step.needs
                        .map((need) => titles.get(need) ?? need)
                        .join(language === 'zh' ? '、' : ', '),
                    })}
                  </Zh>
                </small>
              )}
            </div>
          </li>
        ))}
      </ol>
    </>
  );
}

function marksOf({ kind, when, isOptional }: Step, t: (id: string) => string): string {
  return [
    t(`matters.kind.${kind}`),
    when != null && t('matters.onlyIfWanted'),
    isOptional && when == null && t('matters.optional'),
  ]
    .filter(Boolean)
    .join(' · ');
}

function cornerOf({ column, row }: { column: number; row: number }) {
  return {
    x: BOX.margin + column * (BOX.width + BOX.gapX),
    y: BOX.margin + row * (BOX.height + BOX.gapY),
  };
}

function lineBetween(from: Placed<Step>, to: Placed<Step>): string {
  const [start, end] = [cornerOf(from), cornerOf(to)];
  const [y1, y2] = [start.y + BOX.height / 2, end.y + BOX.height / 2];
  const middle = end.x - BOX.gapX / 2;
  const arrow = `M${end.x - 9} ${y2 - 5}L${end.x - 2} ${y2}L${end.x - 9} ${y2 + 5}`;
  return `M${start.x + BOX.width} ${y1}H${middle}V${y2}H${end.x - 2}${arrow}`;
}

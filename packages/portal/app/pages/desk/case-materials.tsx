import { Notice } from '../../design/notice.tsx';
import stack from '../../design/stack.module.css';
import { useTexts } from '../../language/text.tsx';
import { Zh } from '../../language/lang.tsx';
import type { DeskCase, DeskMaterial } from './model.ts';

const KIB = 1024;

/** The files that were handed in, to be looked at, and what is still to follow. */
export function CaseMaterials({
  materials,
  followUp,
}: {
  materials: readonly DeskMaterial[];
  followUp: DeskCase['followUp'];
}) {
  const { t, format } = useTexts();
  return (
    <div className={stack['stack']}>
      {followUp && (
        <Notice tone="warn">
          <p>
            <Zh>
              {t('desk.followUpOpen', {
                materials: followUp.materials.join('、'),
                by: format.day(followUp.by),
              })}
            </Zh>
          </p>
        </Notice>
      )}
      {materials.length === 0 ? (
        <p className={stack['soft']}>{t('desk.noMaterials')}</p>
      ) : (
        <ul className={stack['list']}>
          {materials.map(({ id, material, name, bytes, mediaType, at, path }) => (
            <li key={id}>
              <strong>
                <Zh>{material}</Zh>
              </strong>{' '}
              <a href={path} target="_blank" rel="noreferrer">
                <Zh>{name}</Zh>
              </a>
              <br />
              <span className={stack['soft']}>
                {[
                  mediaType,
                  bytes < KIB * KIB
                    ? `${format.number(Math.ceil(bytes / KIB))} KiB`
                    : `${format.number(bytes / KIB / KIB)} MiB`,
                  format.moment(at),
                ].join(' · ')}
              </span>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

import { ParcelMap } from '../../design/parcel-map.tsx';
import stack from '../../design/stack.module.css';
import type { EnterpriseConditionalQuery, EnterpriseQuery } from '../../graphql/generated/graphql.ts';
import { useTexts } from '../../language/text.tsx';
import { Zh } from '../../language/lang.tsx';

type Supplies = NonNullable<NonNullable<EnterpriseQuery['enterprise']>['landSupplies']>;
type Parcels = NonNullable<NonNullable<EnterpriseConditionalQuery['enterprise']>['parcels']>;

export function Parcels({ parcels }: { parcels: Parcels }) {
  const { t, format } = useTexts();
  if (parcels.totalCount === 0) return <p className={stack['soft']}>{t('enterprise.noParcels')}</p>;
  const nodes = parcels.edges.map(({ node }) => node);
  return (
    <>
      <ParcelMap
        title={t('enterprise.parcelMap', { count: nodes.length })}
        shapes={nodes.flatMap(({ code, geometry }) =>
          geometry ? [{ code, rings: geometry.coordinates }] : [],
        )}
      />
      <ul className={stack['list']}>
        {nodes.map(({ code, location, areaM2 }) => (
          <li key={code}>
            <strong>
              <Zh>{location ?? code}</Zh>
            </strong>{' '}
            {t('enterprise.area', { area: format.number(areaM2) })}
            <br />
            <code className={stack['soft']}>{code}</code>
          </li>
        ))}
      </ul>
    </>
  );
}

export function LandSupplies({ supplies }: { supplies: Supplies }) {
  const { t, format } = useTexts();
  if (supplies.totalCount === 0) return <p className={stack['soft']}>{t('enterprise.noSupplies')}</p>;
  return (
    <ul className={stack['list']}>
      {supplies.edges.map(({ node }) => (
        <li key={node.id}>
          <strong>
            <Zh>{node.projectName ?? node.location ?? node.id}</Zh>
          </strong>
          <br />
          <span className={stack['soft']}>
            <Zh>
              {[
                node.way ? t(`enterprise.supplyWay.${node.way}`) : node.wayText,
                node.areaM2 && t('enterprise.area', { area: format.number(node.areaM2) }),
                node.signedOn && format.day(node.signedOn),
              ]
                .filter(Boolean)
                .join(' · ')}
            </Zh>
          </span>
        </li>
      ))}
    </ul>
  );
}

import styles from './parcel-map.module.css';

type Ring = readonly (readonly number[])[];

interface Shape {
  code: string;
  /** Rings of [longitude, latitude]. */
  rings: readonly Ring[];
}

const SIZE = { width: 640, height: 360, margin: 16 };

/** Outlines of parcels at one scale, north above. A schematic without a ground map: closed networks have none. */
export function ParcelMap({ title, shapes }: { title: string; shapes: readonly Shape[] }) {
  const points = shapes.flatMap(({ rings }) => rings.flat());
  if (points.length === 0) return null;
  const project = projection(points);
  return (
    <svg viewBox={`0 0 ${SIZE.width} ${SIZE.height}`} className={styles['map']} role="img" aria-label={title}>
      {shapes.map(({ code, rings }) => (
        <path
          key={code}
          d={rings.map((ring) => `M${ring.map(project).join('L')}Z`).join('')}
          className={styles['shape']}
        >
          <title>{code}</title>
        </path>
      ))}
    </svg>
  );
}

function projection(points: Ring): (point: readonly number[]) => string {
  const east = points.map(([x]) => x!);
  const north = points.map(([, y]) => y!);
  const [west, south] = [Math.min(...east), Math.min(...north)];
  // A degree of longitude is shorter than one of latitude.
  const shrink = Math.cos((south * Math.PI) / 180);
  const width = Math.max((Math.max(...east) - west) * shrink, 1e-6);
  const height = Math.max(Math.max(...north) - south, 1e-6);
  const room = { x: SIZE.width - 2 * SIZE.margin, y: SIZE.height - 2 * SIZE.margin };
  const scale = Math.min(room.x / width, room.y / height);
  const left = SIZE.margin + (room.x - width * scale) / 2;
  const bottom = SIZE.height - SIZE.margin - (room.y - height * scale) / 2;
  return ([x, y]) =>
    `${(left + (x! - west) * shrink * scale).toFixed(1)} ${(bottom - (y! - south) * scale).toFixed(1)}`;
}

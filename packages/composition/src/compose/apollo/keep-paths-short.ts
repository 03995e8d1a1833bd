import { apolloInternals, type Edge, type Path, type PathProps, type State } from './internals.ts';

/** The way of queries from the root to a state, last edge first. */
interface Way {
  edge: Edge;
  before: Way | null;
}

/** Of states that a query has come to, beyond the roots. */
const ways = new WeakMap<State, Way | null>();
/** The root from which a state's way starts. */
const roots = new WeakMap<State, unknown>();

/**
 * Runs a composition in which Apollo's check whether every query can be answered is quick in large graphs.
 *
 * The check goes from type to type, and takes along the whole path from the root: with a path through a thousand types it
 * copies five lists of a thousand for every field. Only the end of a path bears on what comes next (the last edge of the
 * query's, and of a department's what follows the last key by which it was entered); the rest tells the whole story when
 * there is something to tell. So paths are cut to their ends, and the step that finds an error or a hint is taken again with the
 * whole path of the query, so that it says the same words. Results are the same; same-as-plain.test.ts compares.
 */
export function withShortPaths<Result>(composeGraph: () => Result): Result {
  const steps = apolloInternals().ValidationState.prototype;
  const { canSkipVisit, validateTransition } = steps;

  steps.canSkipVisit = function (...given) {
    const skips = canSkipVisit.apply(this, given);
    if (!skips && isShortened(this)) {
      this.supergraphPath = queryEnd(this.supergraphPath);
      for (const info of this.subgraphPathInfos.paths) info.path.path = departmentEnd(info.path.path);
    }
    return skips;
  };

  steps.validateTransition = function (context, edge, matchingContexts, errors, mutationErrors) {
    const take = (into: unknown[]) =>
      validateTransition.call(this, context, edge, matchingContexts, into, mutationErrors);
    if (!isShortened(this)) return remember(this, take(errors));
    try {
      const found: unknown[] = [];
      const result = take(found);
      if (found.length === 0 && !result.hint) return remember(this, result);
    } catch {
      // Telling of an error fails without the whole path.
    }
    const short = this.supergraphPath;
    this.supergraphPath = wholePath(this);
    const result = remember(this, take(errors));
    this.supergraphPath = short;
    return result;
  };

  try {
    return composeGraph();
  } finally {
    Object.assign(steps, { canSkipVisit, validateTransition });
  }
}

/** Where mutations are told apart by department, and where values come from the path (`@context`), paths stay whole. */
function isShortened({ supergraphPath, subgraphPathInfos }: State): boolean {
  return (
    supergraphPath.size > 0 &&
    Array.isArray(subgraphPathInfos.paths) &&
    subgraphPathInfos.paths.every(({ path }) => path.path.props.graph.subgraphToArgs.size === 0)
  );
}

/** Notes how the new state was come to. */
function remember<Result extends { state?: State }>(from: State, result: Result): Result {
  const { state } = result;
  if (!state) return result;
  const way = ways.get(from) ?? null;
  const edge = state.supergraphPath.props.edgeToTail!;
  // A cast that makes the one before it needless takes its place.
  const replaces = state.supergraphPath.size === from.supergraphPath.size;
  ways.set(state, { edge, before: replaces ? (way?.before ?? null) : way });
  roots.set(state, roots.get(from) ?? from.supergraphPath.props.root);
  return result;
}

/** The path cut to its last edge. */
function queryEnd(path: Path): Path {
  return path.size <= 1 ? path : cut(path, path.size - 1, path.props.edgeToTail!.head);
}

/** The path cut to what follows, and includes, the last key by which a department was entered. */
function departmentEnd(path: Path): Path {
  const entering = path.props.subgraphEnteringEdge;
  if (!entering || entering.index === 0 || entering.index >= path.size) return path;
  if (entering.edge.transition.kind !== 'KeyResolution') return path;
  return cut(path, entering.index, entering.edge.head, { ...entering, index: 0 });
}

function cut(
  { constructor, props }: Path,
  from: number,
  root: unknown,
  subgraphEnteringEdge = props.subgraphEnteringEdge,
): Path {
  return make(constructor, {
    ...props,
    root,
    edgeTriggers: props.edgeTriggers.slice(from),
    edgeIndexes: props.edgeIndexes.slice(from),
    edgeConditions: props.edgeConditions.slice(from),
    contextToSelection: props.contextToSelection.slice(from),
    parameterToContext: props.parameterToContext.slice(from),
    ...(subgraphEnteringEdge && { subgraphEnteringEdge }),
  });
}

function wholePath(state: State): Path {
  const { constructor, props } = state.supergraphPath;
  const edges: Edge[] = [];
  for (let step = ways.get(state) ?? null; step; step = step.before) edges.push(step.edge);
  edges.reverse();
  const nothing = edges.map(() => null);
  return make(constructor, {
    ...props,
    root: roots.get(state),
    edgeTriggers: edges.map(({ transition }) => transition),
    edgeIndexes: edges.map(({ index }) => index),
    edgeConditions: nothing,
    contextToSelection: nothing,
    parameterToContext: nothing,
  });
}

function make(constructor: unknown, props: PathProps): Path {
  return new (constructor as new (props: PathProps) => Path)(props);
}

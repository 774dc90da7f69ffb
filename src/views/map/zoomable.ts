/** Wheel, pinch and drag on the map, by d3-zoom; loaded when the map is first touched. */
import { clampCamera, MAX_ZOOM, MIN_ZOOM, type Camera, type Size } from '../../scene/projection.ts';

export interface Zoomable {
  /** Current camera, size and what to do with a new one. */
  readonly camera: () => Camera;
  readonly size: () => Size;
  readonly moved: (camera: Camera) => void;
  /** In the page of someone else one finger and the wheel alone scroll that page: the map takes two fingers, or Ctrl and the wheel. */
  readonly shy?: boolean;
}

/** Two fingers, Ctrl with the wheel, or a mouse that drags. */
const isMeant = (event: Event): boolean =>
  event instanceof WheelEvent
    ? event.ctrlKey || event.metaKey
    : 'touches' in event
      ? (event as TouchEvent).touches.length > 1
      : true;

/** An attachment. The behaviour is kept in step with a camera that moved by other means before each gesture. */
export function zoomable({ camera, size, moved, shy = false }: Zoomable) {
  return (node: HTMLElement): (() => void) => {
    let stop = () => {};
    let wanted = true;
    const prepare = async () => {
      for (const event of EVENTS) node.removeEventListener(event, prepare);
      const [{ zoom, zoomIdentity }, { select }] = await Promise.all([import('d3-zoom'), import('d3-selection')]);
      if (!wanted) return;
      const selection = select<HTMLElement, unknown>(node);
      const behaviour = zoom<HTMLElement, unknown>()
        .scaleExtent([MIN_ZOOM, MAX_ZOOM])
        .filter(
          (event: Event) =>
            !(event.target as Element).closest('button, input, a, figure') &&
            (event as MouseEvent).button !== 2 &&
            (!shy || isMeant(event)),
        )
        .on('zoom', (event: { transform: Camera; sourceEvent: Event | null }) => {
          if (event.sourceEvent)
            moved(clampCamera({ k: event.transform.k, x: event.transform.x, y: event.transform.y }, size()));
        });
      selection.call(behaviour).on('dblclick.zoom', null);
      const sync = () => {
        const { k, x, y } = camera();
        (node as HTMLElement & { __zoom: unknown }).__zoom = zoomIdentity.translate(x, y).scale(k);
      };
      for (const event of EVENTS) node.addEventListener(event, sync, { capture: true, passive: true });
      stop = () => {
        selection.on('.zoom', null);
        for (const event of EVENTS) node.removeEventListener(event, sync, { capture: true });
      };
    };
    const EVENTS = ['pointerenter', 'pointerdown', 'wheel', 'touchstart'] as const;
    for (const event of EVENTS) node.addEventListener(event, prepare, { passive: true });
    return () => {
      wanted = false;
      for (const event of EVENTS) node.removeEventListener(event, prepare);
      stop();
    };
  };
}

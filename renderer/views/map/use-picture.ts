import { select } from 'd3-selection';
import { zoom, zoomIdentity, type D3ZoomEvent } from 'd3-zoom';
import { useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import type { WorkId } from '../../../main/contract/ids.ts';
import { between, cameraOn, sees, type Camera, type Size } from '../../state/map-camera.ts';
import type { Shown } from '../../state/map-graph.ts';
import type { Layout, Point } from '../../state/map-layout.ts';
import { createDrawing, type Drawing } from './draw.ts';
import { onKey, type Moves } from './keys.ts';
import { nameOnPointing } from './pointing.ts';

/** Room for names about the works, and how near a few works are shown at most. */
const margin = { x: 110, y: 44 };
const narrowMargin = { x: 60, y: 36 };
const nearest = 2.4;
const roomForNames = 0.2;

/** How much nearer than the whole one can come. */
const range = 8;

/** In milliseconds: short enough to be waited for, long enough to be followed. */
const glideTime = 350;

/** How much nearer a focus must bring what is about it for the picture to move by itself. */
const worthwhile = 1.25;

/** How much farther than the whole still counts as the whole. */
const slack = 1.02;

/** Zoom and pan, by wheel, pinch, drag, buttons and keys. */
function createPicture(svg: SVGSVGElement, layout: Layout) {
  const all = [...layout.values()];
  let drawing: Drawing | null = null;
  let last: { readonly shown: Shown; readonly focus: WorkId | null } | null = null;
  let size: Size = { width: 0, height: 0 };
  let camera: Camera = { x: 0, y: 0, k: 1 };
  let rest = camera;
  let glide = 0;

  const fit = (points: readonly Point[]): Camera =>
    cameraOn({ points, margin: size.width < 800 ? narrowMargin : margin, most: nearest }, size);
  // The few works about a focus leave the room that each name takes.
  const fitFocus = (points: readonly Point[]): Camera =>
    cameraOn({ points, margin: { ...margin, x: size.width * roomForNames }, most: nearest }, size);
  const isAtRest = (): boolean => camera.k <= rest.k * slack;
  const behaviour = zoom<SVGSVGElement, unknown>()
    .clickDistance(6)
    // While everything is in sight one finger scrolls the page.
    .filter(
      (event: Event) =>
        (event instanceof MouseEvent && event.button === 0 && !event.ctrlKey) ||
        event.type === 'wheel' ||
        (event.type.startsWith('touch') &&
          !(isAtRest() && (event as TouchEvent).touches.length < 2)),
    )
    .on('zoom', ({ transform, sourceEvent }: D3ZoomEvent<SVGSVGElement, unknown>) => {
      if (sourceEvent !== null) cancelAnimationFrame(glide);
      camera = { x: transform.x, y: transform.y, k: transform.k };
      svg.classList.toggle('is-near', !isAtRest());
      drawing?.at(camera, size);
    });
  const selection = select(svg).call(behaviour);

  const set = ({ x, y, k }: Camera): void =>
    behaviour.transform(selection, zoomIdentity.translate(x, y).scale(k));

  function goTo(to: Camera): void {
    cancelAnimationFrame(glide);
    if (window.matchMedia('(prefers-reduced-motion: reduce)').matches) return set(to);
    const from = camera;
    let start: number | null = null;
    const step = (now: number): void => {
      start ??= now;
      const part = Math.min((now - start) / glideTime, 1);
      set(between(from, to, 1 - (1 - part) ** 3));
      if (part < 1) glide = requestAnimationFrame(step);
    };
    glide = requestAnimationFrame(step);
  }

  function measure(): void {
    const wasAtRest = size.width === 0 || isAtRest();
    const { width, height } = svg.getBoundingClientRect();
    if (width === size.width && height === size.height) return;
    size = { width, height };
    rest = fit(all);
    behaviour.scaleExtent([rest.k, rest.k * range]);
    if (wasAtRest) set(rest);
    else drawing?.at(camera, size);
  }

  /** Draws anew what is shown; names are as wide as their font makes them. */
  function redraw(): void {
    if (last === null) return;
    drawing = createDrawing(svg, layout, last.shown, last.focus);
    drawing.at(camera, size);
  }

  return {
    /** Draws other works or another focus, and comes to where that and what is near it stand. */
    show(shown: Shown, focus: WorkId | null): void {
      const former = last;
      last = { shown, focus };
      drawing = createDrawing(svg, layout, shown, focus);
      measure();
      drawing.at(camera, size);
      if (former?.focus === focus && former.shown.near?.size === shown.near?.size) return;
      const near = [...(focus === null ? [] : (shown.near ?? []))].flatMap(
        (work) => layout.get(work) ?? [],
      );
      const to = near.length === 0 ? rest : fitFocus(near);
      if (former === null) set(to);
      else if (near.length === 0 || !sees(camera, near, size) || to.k > camera.k * worthwhile)
        goTo(to);
    },
    measure,
    redraw,
    moves: {
      zoomBy: (factor) => {
        const k = Math.min(Math.max(camera.k * factor, rest.k), rest.k * range);
        const [x, y] = [size.width / 2, size.height / 2];
        const part = k / camera.k;
        goTo(
          k <= rest.k ? rest : { k, x: x - (x - camera.x) * part, y: y - (y - camera.y) * part },
        );
      },
      panBy: (x, y) => goTo({ k: camera.k, x: camera.x + x, y: camera.y + y }),
      showAll: () => goTo(rest),
    } satisfies Moves,
    stop(): void {
      cancelAnimationFrame(glide);
      selection.on('.zoom', null);
    },
  };
}

type Picture = ReturnType<typeof createPicture>;

/** Joins the picture to the page, and keeps it in step with the window and the fonts. */
export function usePicture(layout: Layout, shown: Shown, focus: WorkId | null) {
  const svgRef = useRef<SVGSVGElement>(null);
  const pictureRef = useRef<Picture | null>(null);
  useLayoutEffect(() => {
    const element = svgRef.current;
    if (element === null) return undefined;
    const own = createPicture(element, layout);
    pictureRef.current = own;
    const observer = new ResizeObserver(own.measure);
    observer.observe(element);
    const { fonts } = document;
    fonts.addEventListener('loadingdone', own.redraw);
    const press = (event: Event): void => {
      if (event instanceof KeyboardEvent) onKey(event, own.moves);
    };
    // Around the picture: a picture that listens for keys and focus itself becomes a stop of Tab.
    const around = element.parentElement ?? element;
    around.addEventListener('keydown', press);
    const stopNaming = nameOnPointing(around);
    return () => {
      pictureRef.current = null;
      observer.disconnect();
      around.removeEventListener('keydown', press);
      stopNaming();
      fonts.removeEventListener('loadingdone', own.redraw);
      own.stop();
    };
  }, [layout]);
  useLayoutEffect(() => pictureRef.current?.show(shown, focus), [shown, focus, layout]);
  const moves = useMemo<Moves>(
    () => ({
      zoomBy: (factor) => pictureRef.current?.moves.zoomBy(factor),
      panBy: (x, y) => pictureRef.current?.moves.panBy(x, y),
      showAll: () => pictureRef.current?.moves.showAll(),
    }),
    [],
  );
  return { svgRef, moves };
}

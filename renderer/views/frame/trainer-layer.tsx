import { DropLayer } from '../add/drop-layer.tsx';
import { AddDialog } from '../add-to-tour/add-dialog.tsx';
import { AddNotice } from '../add-to-tour/add-notice.tsx';
import type { TrainerLayerProps } from './trainer-tools.ts';
import { Unsaved } from './unsaved.tsx';

/** What lies over every screen of a trainer's page. */
export function TrainerLayer({ tools, hash }: TrainerLayerProps) {
  return (
    <>
      <AddDialog model={tools.addToTour} />
      <AddNotice model={tools.addToTour} />
      <DropLayer adding={tools.adding} hasShell={tools.hasShell} go={tools.go} />
      <Unsaved editors={tools.tourEditors} hash={hash} />
    </>
  );
}

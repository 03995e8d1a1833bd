import type { Page } from './draw-frame.ts';

/** Structure types of PDF 1.7 that pages use. */
type GroupType = 'L' | 'LI' | 'Lbl';
type ElementType = 'H1' | 'P' | 'Span' | 'LBody' | 'Figure';

interface ElementOptions {
  /** Where it is not the document's. */
  lang?: string;
  /** What a picture says. */
  alt?: string;
  /** Of a picture: left, top, right, bottom. */
  bbox?: [number, number, number, number];
}

/** The structure of a page, by which screen readers read it: in the order in which its elements are made. */
export interface Tags {
  /** Draws what an element holds. */
  element(type: ElementType, options: ElementOptions, draw: () => unknown): void;
  /** Makes elements within another one. */
  group(type: GroupType, fill: () => void): void;
  /** Draws what is not read out, such as lines and ornaments. */
  artifact(draw: () => unknown): void;
  end(): void;
}

/** @param page of a document that is made with `tagged` */
export function createTags(page: Page): Tags {
  const root = page.struct('Document');
  page.addStructure(root);
  let parent = root;
  return {
    element(type, options, draw) {
      parent.add(page.struct(type, options, () => void draw()));
    },
    group(type, fill) {
      const around = parent;
      parent = page.struct(type);
      around.add(parent);
      fill();
      parent.end();
      parent = around;
    },
    artifact(draw) {
      page.markContent('Artifact');
      draw();
      page.endMarkedContent();
    },
    end: () => void root.end(),
  };
}

import type {
  About,
  Actions,
  Catalogue,
  ListedKind,
  Records,
  SearchAnswer,
  Shown,
  SuggestAnswer,
} from './answers.ts';
import type { Comparison } from './comparison.ts';
import type { Citation, StructuredDocument } from './document.ts';
import type { Duties, DutiesRequest } from './duties.ts';
import type { Result } from './failure.ts';
import type { Glance } from './glance.ts';
import type { ImportedFile } from './import.ts';
import type { Network, NetworkRequest, Timeline } from './network.ts';
import type { Exported, ExportFormat } from './export.ts';
import type { Listing } from './listing.ts';
import type { News } from './news.ts';
import type { OwnToursApi } from './own-tours.ts';
import type { MachineApi } from './machine.ts';
import type { PacksApi } from './packs.ts';
import type { RoomApi } from './room.ts';

/** Filters narrow a search; a query may be empty only where at least one is given. */
export interface SearchRequest {
  /** Over a wire at most 1000 letters, and 2000 where `words` is `any`. */
  readonly query: string;
  /** 1 to 100; 20 unless told. */
  readonly limit?: number | undefined;
  /** How many hits to pass over; 0 unless told. */
  readonly offset?: number | undefined;
  readonly type?: string | undefined;
  readonly body?: string | undefined;
  readonly year?: number | undefined;
  /** The kind of a section ("instructs") or its address ("instructs-itu-t-sg-13"). */
  readonly section?: string | undefined;
  readonly actor?: string | undefined;
  readonly work?: string | undefined;
  /** An edition by its address or by what follows the `@`. */
  readonly edition?: string | undefined;
  readonly topic?: string | undefined;
  /** BCP 47. */
  readonly lang?: string | undefined;
  /** What an entry has: "footnote", "table", "citation", "text"; "record": a reference whose text is not here. */
  readonly has?: string | undefined;
  /** By relevance unless told; `date` is newest first, `document` the order of the texts. */
  readonly sort?: SearchOrder | undefined;
  /** Take the words as typed: none corrected, none searched besides. */
  readonly asTyped?: boolean | undefined;
  /** The `detail` of each note that is to be left out: that word is not corrected, that name not searched besides. */
  readonly without?: readonly string[] | undefined;
  /**
   * `all`: nothing is found that lacks a word. `any`: the query is sentences; nothing in it is a mark of the language of search or
   * names a thing, and what has some of the words is found, what answers best first. As the query reads unless told.
   */
  readonly words?: 'all' | 'any' | undefined;
  readonly explain?: boolean | undefined;
}

export type SearchOrder = 'relevance' | 'date' | 'document';

/**
 * What is known of a call while it is answered. `aborted` becomes true once nobody waits for the answer any more, since
 * the asker has gone or has asked anew: the answer is then `called-off`.
 */
export interface Call {
  readonly aborted: boolean;
}

export interface SuggestRequest {
  readonly prefix: string;
  /** 1 to 20; 8 unless told. */
  readonly limit?: number | undefined;
}

/**
 * Everything that a screen or a command can ask. Declared once here, implemented once in `main/service`, carried
 * by two transports (Electron IPC, HTTP) that need no edit when a method is added. Every method takes one request
 * object and answers a `Result`; none throws for expected trouble.
 */
export interface Api extends OwnToursApi, RoomApi, PacksApi, MachineApi {
  /** What this program and its library are. */
  about(request: Record<never, never>): Promise<Result<About>>;
  /** Every edition whose text is here. */
  catalogue(request: Record<never, never>): Promise<Result<Catalogue>>;
  /**
   * Everything that is here, editions and records alike, part by part: from the beginning, or `after` the part whose
   * `next` it is.
   */
  listing(request: { readonly after?: string | undefined }): Promise<Result<Listing>>;
  /** Every record of a kind. */
  records(request: { readonly kind: ListedKind }): Promise<Result<Records>>;
  /**
   * Who must do what: the operative provisions of every edition, or of those of one work or one edition, that speak to
   * somebody, or to one actor. What an assembly itself resolves is asked of that assembly.
   */
  actions(request: {
    readonly actor?: string | undefined;
    /** An edition, or a work for all of its editions. */
    readonly edition?: string | undefined;
  }): Promise<Result<Actions>>;
  /**
   * The work, edition, section or provision at an address, with its citations and who cites it; or the record there:
   * `body/itu-t-sg-13`, `handbook/reading-a-resolution#verbs`, `tour/resolution-92`.
   */
  show(request: { readonly address: string }): Promise<Result<Shown>>;
  /** What a card says of a work, or of that of an edition; `except` is the place that asks, which cites it too. */
  glance(request: {
    readonly address: string;
    readonly except?: string | undefined;
  }): Promise<Result<Glance>>;
  /**
   * Who must do what, in every edition or in those of one work, of everybody or of some, and what became of it against the
   * edition before.
   */
  duties(request: DutiesRequest, call?: Call): Promise<Result<Duties>>;
  /** What is new in the editions that were adopted last. */
  news(request: Record<never, never>, call?: Call): Promise<Result<News>>;
  /** Which works cite which: the most cited ones, or a work with those around it. */
  network(request: NetworkRequest): Promise<Result<Network>>;
  /** The assemblies and conferences, and what each adopted. */
  timeline(request: Record<never, never>): Promise<Result<Timeline>>;
  /** Two editions by their addresses, provision by provision. */
  compare(
    request: { readonly from: string; readonly to: string },
    call?: Call,
  ): Promise<Result<Comparison>>;
  search(request: SearchRequest, call?: Call): Promise<Result<SearchAnswer>>;
  suggest(request: SuggestRequest, call?: Call): Promise<Result<SuggestAnswer>>;
  /** The citations in a text; offsets in UTF-16 units of it. */
  cite(request: { readonly text: string }): Promise<Result<readonly Citation[]>>;
  /** A document's structure from its bytes; `name` is the file's name, for messages and format. */
  parse(request: {
    readonly name: string;
    readonly bytes: Uint8Array;
  }): Promise<Result<StructuredDocument>>;
  /**
   * An edition or a work's newest one, or a tour as a handout, as one file. Errors: those of `show`; `format-unsupported`
   * where such a thing has no such form.
   */
  export(request: {
    readonly address: string;
    readonly format: ExportFormat;
  }): Promise<Result<Exported>>;
  /**
   * The handout of a tour as a tagged PDF. Errors: those of `show`; `format-unsupported` where nothing prints: a browser's
   * page is printed by the browser.
   */
  handoutPdf(request: { readonly address: string }): Promise<Result<Exported>>;
  /** Takes files, and what folders hold, into the person's own library. What cannot be read fails alone. */
  import(request: { readonly paths: readonly string[] }): Promise<Result<readonly ImportedFile[]>>;
}

export type Method = keyof Api;
export type RequestOf<M extends Method> = Parameters<Api[M]>[0];
export type AnswerOf<M extends Method> = Awaited<ReturnType<Api[M]>>;

/** One side of a wire: hands a call over and brings the reply back. */
export type Send = <M extends Method>(method: M, request: RequestOf<M>) => Promise<AnswerOf<M>>;

/**
 * The Api over any wire. Methods come into being as they are called, so a new one needs no edit here.
 *
 * @example const api = createClient((method, request) => post(`/api/${method}`, request));
 */
export function createClient(send: Send): Api {
  return new Proxy({} as Api, {
    get: (_target, method) =>
      typeof method === 'string' && method !== 'then'
        ? (request: RequestOf<Method>) => send(method as Method, request)
        : undefined,
  });
}

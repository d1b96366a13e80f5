import type { OwnDataView, Slice } from './slice';

/** Everything that the slices have on record of a member, in one of the ways it is told to them. */
export type OwnData = (uid: number, language: string, view: OwnDataView) => Promise<Record<string, unknown>>;

export function ownDataOf(slices: readonly Slice[]): OwnData {
	return async (...call) => Object.assign({}, ...await Promise.all(
		slices.map(async slice => slice.ownData?.(...call)))) as Record<string, unknown>;
}

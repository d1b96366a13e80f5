import type { OwnDataView, Slice } from './slice';

/** Everything the slices store about a member, for one of the places that show it. */
export type OwnData = (uid: number, language: string, view: OwnDataView) => Promise<Record<string, unknown>>;

export function ownDataOf(slices: readonly Slice[]): OwnData {
	return async (...call) => Object.assign({}, ...await Promise.all(
		slices.map(async slice => slice.ownData?.(...call)))) as Record<string, unknown>;
}

/** Our own line drawings, 24 by 24, under the names that NodeBB's categories give to theirs. */
const drawings: Record<string, string> = {
	'fa-bullhorn': 'M4 10v4l3 .5v-5zM7 9.500 18 5v14L7 14.500M9 15l1 4.500h2L11 16',
	'fa-box-open': 'M4 8l8-4 8 4v8l-8 4-8-4zM4 8l8 4 8-4M12 12v8',
	'fa-shield-halved': 'M12 3l8 3v5c0 5-3.500 8.500-8 10-4.500-1.500-8-5-8-10V6zM12 3v18',
	'fa-server': 'M4 4h16v6H4zM4 14h16v6H4zM7.500 7h.01M7.500 17h.01',
	'fa-download': 'M12 3v11M7.500 10l4.500 4.500 4.500-4.500M4 20h16',
	'fa-people-arrows': 'M4 8h15M15 4l4 4-4 4M20 16H5M9 12l-4 4 4 4',
	'fa-network-wired': 'M9 3h6v5H9zM3 16h6v5H3zM15 16h6v5h-6zM12 8v4M6 16v-4h12v4',
	'fa-tower-broadcast': 'M12 10v11M9 21h6M8.500 13a5 5 0 0 1 0-7M15.500 6a5 5 0 0 1 0 7M5.500 16a9 9 0 0 1 0-13M18.500 3a9 9 0 0 1 0 13',
	'fa-phone': 'M6 3h4l2 5-2.500 1.500a11 11 0 0 0 5 5L16 12l5 2v4c0 1.500-1 3-3 3C10 21 3 14 3 6c0-2 1.500-3 3-3z',
	'fa-mobile-screen': 'M7 2h10v20H7zM11 18.500h2',
	'fa-video': 'M3 6h12v12H3zM15 11l6-4v10l-6-4z',
	'fa-plug': 'M9 3v5M15 3v5M6 8h12v3a6 6 0 0 1-12 0zM12 17v4',
	'fa-code': 'M8 7l-5 5 5 5M16 7l5 5-5 5M14 4l-4 16',
	'fa-key': 'M12 15.500a4 4 0 1 1-8 0 4 4 0 0 1 8 0zM11 12.500l9-9M16 7.500l3 3',
	'fa-lightbulb': 'M9 18.500h6M10 21.500h4M12 3a6 6 0 0 1 3.500 11v2h-7v-2A6 6 0 0 1 12 3z',
	'fa-mug-hot': 'M4 9h12v7a4 4 0 0 1-4 4H8a4 4 0 0 1-4-4zM16 11h2a2.500 2.500 0 0 1 0 5h-2M8 3v3M12 3v3',
	'fa-star': 'M12 3l2.700 5.800 6.300.700-4.700 4.300 1.300 6.200-5.600-3.100L6.400 20l1.300-6.200L3 9.500l6.300-.700z',
	'fa-handshake': 'M3 8l4-2 5 2 5-2 4 2v7h-3l-5 4-6-5H3zM12 8l-3 3 2 1.500 3-2 4 4.500',
	'fa-screwdriver-wrench': 'M5 19l8-8M15.500 4.500a4.500 4.500 0 1 0 4 4l-2.500 1.500-3-3z',
	'fa-user-shield': 'M12 11a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM4 21c0-4 3.500-7 8-7s8 3 8 7',
};
const bubble = 'M4 4h16v12h-9l-4 4v-4H4z';
/** Dark enough for a white drawing or letter on them. */
const grounds = ['#0b5ed7', '#146c43', '#6f42c1', '#a34a00', '#0a6f8a', '#b02a37', '#5c636a', '#9c2f6b'];

export const drawingOf = (icon: string): string => drawings[icon] ?? bubble;
export const groundOf = (id: number): string => grounds[id % grounds.length] ?? '#5c636a';

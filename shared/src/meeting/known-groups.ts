/**
 * The stakeholder groups of the concept note, by id, as a meeting has them to begin with. Pages show those that still
 * have this name in the reader's language.
 */
export const knownGroups = {
  migrants: 'Migrants',
  'civil-society': 'Civil society',
  diaspora: 'Migrant and diaspora organizations',
  'faith-based': 'Faith-based organizations',
  'local-authorities': 'Local authorities and communities',
  'private-sector': 'Private sector',
  'trade-unions': 'Trade unions',
  parliamentarians: 'Parliamentarians',
  nhri: 'National human rights institutions',
  'red-cross': 'Red Cross and Red Crescent Movement',
  academia: 'Academia',
  media: 'Media',
  'member-states': 'Member States',
  igo: 'Intergovernmental organizations',
  un: 'United Nations bodies',
} as const

export type KnownGroupId = keyof typeof knownGroups

import type { StructuredDocument } from '../../../main/contract/document.ts';
import type { WorkId } from '../../../main/contract/ids.ts';
import { cited, paragraph, provision, referred, section } from './write.ts';

/** Written from `content/resolutions/wtsa-resolution-92-hammamet-2016.txt`, line by line. */
export const wtsa92Of2016: StructuredDocument = {
  form: 'resolution',
  language: 'en',
  direction: 'ltr',
  identity: {
    work: 'wtsa/resolution/92' as WorkId,
    edition: '2016',
    body: 'wtsa',
    type: 'resolution',
    number: '92',
    place: 'Hammamet',
    year: 2016,
    title:
      'Enhancing the standardization activities in the ITU Telecommunication Standardization Sector related to non-radio aspects of international mobile telecommunications',
  },
  history: [{ place: 'Hammamet', year: 2016 }],
  preface: [
    paragraph('FOREWORD'),
    paragraph(
      'The International Telecommunication Union (ITU) is the United Nations specialized agency in the field of telecommunications, information and communication technologies (ICTs). The ITU Telecommunication Standardization Sector (ITU-T) is a permanent organ of ITU. ITU-T is responsible for studying technical, operating and tariff questions and issuing Recommendations on them with a view to standardizing telecommunications on a worldwide basis.',
    ),
    paragraph(
      'The World Telecommunication Standardization Assembly (WTSA), which meets every four years, establishes the topics for study by the ITU‑T study groups which, in turn, produce Recommendations on these topics.',
    ),
    paragraph(
      'The approval of ITU-T Recommendations is covered by the procedure laid down in WTSA Resolution 1.',
      [cited('WTSA Resolution 1', 'wtsa/resolution/1', null)],
    ),
    paragraph(
      "In some areas of information technology which fall within ITU-T's purview, the necessary standards are prepared on a collaborative basis with ISO and IEC.",
    ),
  ],
  formula: 'The World Telecommunication Standardization Assembly (Hammamet, 2016),',
  sections: [
    section({
      address: 'considering',
      kind: 'considering',
      heading: 'considering',
      provisions: [
        provision({
          address: 'considering.a',
          path: 'a',
          label: 'a)',
          text: 'that International Mobile Telecommunications (IMT) is the root name that encompasses IMT-2000, IMT-Advanced and IMT-2020, collectively (see Resolution ITU‑R 56 (Rev. Geneva, 2015) of the Radiocommunication Assembly);',
          citations: [cited('Resolution ITU‑R 56 (Rev. Geneva, 2015)', 'ra/resolution/56', '2015')],
        }),
        provision({
          address: 'considering.b',
          path: 'b',
          label: 'b)',
          text: 'that IMT systems have contributed to global economic and social development, and are intended to provide telecommunication services on a worldwide scale, regardless of location, network or terminal used;',
        }),
        provision({
          address: 'considering.c',
          path: 'c',
          label: 'c)',
          text: 'that IMT-2020 will be utilized widely in the near future to build a user-centred information ecosystem, and it will make a positive and important contribution to the United Nations Sustainable Development Goals;',
        }),
        provision({
          address: 'considering.d',
          path: 'd',
          label: 'd)',
          text: 'that the ITU Telecommunication Standardization Sector (ITU‑T) is actively continuing its studies on mobility and overall network aspects of IMT, and in 2015 initiated the study of non-radio aspects of standardization for IMT for 2020 and beyond;',
        }),
        provision({
          address: 'considering.e',
          path: 'e',
          label: 'e)',
          text: 'that the ITU‑T study groups and ITU Radiocommunication Sector (ITU‑R) Study Group 5 have had, and continue to have, effective informal coordination via liaison activity with respect to the development of Recommendations relating to IMT for both Sectors;',
        }),
        provision({
          address: 'considering.f',
          path: 'f',
          label: 'f)',
          text: 'that Recommendation 207 (Rev. WRC-15) of the World Radiocommunication Conference, on the future development of IMT for 2020 and beyond, is foreseen to address the need for higher data rates, corresponding to user needs, as appropriate, than those of currently deployed IMT systems;',
          citations: [cited('Recommendation 207 (Rev. WRC-15)', 'wrc/recommendation/207', '2015')],
        }),
        provision({
          address: 'considering.g',
          path: 'g',
          label: 'g)',
          text: 'that the development of a roadmap for all standards activities relating to IMT in ITU‑R and ITU‑T, to independently manage and advance their work on IMT and to coordinate it so as to ensure full alignment and harmonization of the work programmes within a complementary framework, is an efficient means of achieving progress in both Sectors, and that such a roadmap concept facilitates the communication of issues relating to IMT with organizations external to ITU;',
        }),
        provision({
          address: 'considering.h',
          path: 'h',
          label: 'h)',
          text: 'that Resolution 43 (Rev. Dubai, 2014) of the World Telecommunication Development Conference (WTDC) acknowledged the continuous need to promote IMT throughout the world, and in particular in developing countries;',
          footnotes: [
            {
              mark: '1',
              at: 210,
              text: 'These include the least developed countries, small island developing states, landlocked developing countries and countries with economies in transition.',
            },
          ],
          citations: [cited('Resolution 43 (Rev. Dubai, 2014)', 'wtdc/resolution/43', '2014')],
        }),
        provision({
          address: 'considering.i',
          path: 'i',
          label: 'i)',
          text: 'that the ITU‑R Handbook on Global Trends in International Mobile Telecommunications defines IMT and provides general guidance to relevant parties on issues related to the deployment of IMT systems and for the introduction of their IMT-2000 and IMT-Advanced networks;',
          citations: [
            cited(
              'ITU‑R Handbook on Global Trends in International Mobile Telecommunications',
              'itu-r/handbook/global-trends-in-imt',
              null,
            ),
          ],
        }),
        provision({
          address: 'considering.j',
          path: 'j',
          label: 'j)',
          text: 'that Study Group 1 of the ITU Telecommunication Development Sector (ITU‑D) is currently involved in activities closely coordinated with ITU‑T Study Group 13 and ITU‑R Study Group 5 in order to identify the factors influencing the effective development of broadband, including IMT, for developing countries;',
        }),
        provision({
          address: 'considering.k',
          path: 'k',
          label: 'k)',
          text: 'that IMT systems are now being evolved to provide diverse usage scenarios and applications such as enhanced mobile broadband, massive machine-type communications and ultra‑reliable and low-latency communications, and a substantial number of countries have started implementing these;',
        }),
        provision({
          address: 'considering.l',
          path: 'l',
          label: 'l)',
          text: 'that ITU‑T Study Group 13 initiated the study of non-radio aspects of IMT-2020 through the establishment of the Focus Group on IMT-2020 (FG IMT-2020) which is mandated (1) to explore demonstrations or prototyping with other groups, notably the open-source community, (2) to enhance aspects of network softwarization and information-centric networking (ICN), (3) to refine and develop the IMT-2020 network architecture, (4) to study fixed-mobile convergence, (5) to study network slicing for the fronthaul/backhaul network, and (6) to define new traffic models and associated aspects of quality of service (QoS) and operations, administration and management applicable to IMT-2020 networks,',
        }),
      ],
    }),
    section({
      address: 'noting',
      kind: 'noting',
      heading: 'noting',
      provisions: [
        provision({
          address: 'noting.a',
          path: 'a',
          label: 'a)',
          text: 'Resolution 18 (Rev. Hammamet, 2016) of this assembly, on principles and procedures for the allocation of work to, and coordination between, ITU‑R and ITU‑T;',
          citations: [cited('Resolution 18 (Rev. Hammamet, 2016)', 'wtsa/resolution/18', '2016')],
        }),
        provision({
          address: 'noting.b',
          path: 'b',
          label: 'b)',
          text: 'Resolution 59 (Rev. Dubai, 2014) of WTDC, on strengthening coordination and cooperation among the three ITU Sectors on matters of mutual interest;',
          citations: [cited('Resolution 59 (Rev. Dubai, 2014)', 'wtdc/resolution/59', '2014')],
        }),
        provision({
          address: 'noting.c',
          path: 'c',
          label: 'c)',
          text: 'Recommendation ITU‑T A.4, on the communication process between ITU‑T and forums and consortia;',
          citations: [cited('Recommendation ITU‑T A.4', 'itu-t/recommendation/a.4', null)],
        }),
        provision({
          address: 'noting.d',
          path: 'd',
          label: 'd)',
          text: 'Recommendation ITU‑T A.5, on generic procedures for including references to documents of other organizations in ITU‑T Recommendations;',
          citations: [cited('Recommendation ITU‑T A.5', 'itu-t/recommendation/a.5', null)],
        }),
        provision({
          address: 'noting.e',
          path: 'e',
          label: 'e)',
          text: 'Recommendation ITU‑T A.6, on cooperation and exchange of information between ITU‑T and national and regional standards development organizations;',
          citations: [cited('Recommendation ITU‑T A.6', 'itu-t/recommendation/a.6', null)],
        }),
        provision({
          address: 'noting.f',
          path: 'f',
          label: 'f)',
          text: 'Recommendation ITU‑T A.7, on the establishment and working procedures of focus groups, and Amendment 1: Appendix I Guidelines for the efficient transfer of focus group deliverables to its parent group,',
          citations: [cited('Recommendation ITU‑T A.7', 'itu-t/recommendation/a.7', null)],
        }),
      ],
    }),
    section({
      address: 'resolves-to-invite-tsag',
      kind: 'resolves to invite',
      heading: 'resolves to invite the Telecommunication Standardization Advisory Group',
      actors: ['tsag'],
      provisions: [
        provision({
          address: 'resolves-to-invite-tsag.1',
          path: '1',
          label: '1',
          text: 'to facilitate coordination of the standardization activities related to the non-radio side of IMT (especially IMT-2020) among all relevant study groups, focus groups, joint coordination activities, etc.;',
        }),
        provision({
          address: 'resolves-to-invite-tsag.2',
          path: '2',
          label: '2',
          text: 'to encourage , in cooperation with Study Group 13 and other relevant study groups, collaboration with other standards development organizations (SDOs) on a wide range of issues associated with the non-radio aspects of IMT-2020,',
        }),
      ],
    }),
    section({
      address: 'instructs-itu-t-study-groups',
      kind: 'instructs',
      heading: 'instructs study groups of the ITU Telecommunication Standardization Sector',
      actors: ['itu-t-study-groups'],
      provisions: [
        provision({
          address: 'instructs-itu-t-study-groups.1',
          path: '1',
          label: '1',
          text: 'to strengthen the cooperation and coordination on IMT (especially IMT-2020) standardization activities with a positive and double-win spirit, in order to ensure a productive and practical standard solution for the global ICT industry;',
        }),
        provision({
          address: 'instructs-itu-t-study-groups.2',
          path: '2',
          label: '2',
          text: 'to promote efficiently the standardization research work on the non-radio side network technologies of IMT;',
        }),
        provision({
          address: 'instructs-itu-t-study-groups.3',
          path: '3',
          label: '3',
          text: "to be responsible for the research and annual reporting of ITU‑T's standards strategy on IMT,",
        }),
      ],
    }),
    section({
      address: 'instructs-itu-t-sg-11',
      kind: 'instructs',
      heading: 'instructs Study Group 11',
      actors: ['itu-t-sg-11'],
      provisions: [
        provision({
          address: 'instructs-itu-t-sg-11.p1',
          path: 'p1',
          label: '',
          text: 'to promote the studies on standardization activities related to the non-radio aspects of IMT signalling, protocol and testing,',
        }),
      ],
    }),
    section({
      address: 'instructs-itu-t-sg-12',
      kind: 'instructs',
      heading: 'instructs ITU‑T Study Group 12',
      actors: ['itu-t-sg-12'],
      provisions: [
        provision({
          address: 'instructs-itu-t-sg-12.p1',
          path: 'p1',
          label: '',
          text: 'to promote the studies on standardization activities related to the non-radio aspects of IMT service, QoS and quality of experience (QoE),',
        }),
      ],
    }),
    section({
      address: 'instructs-itu-t-sg-13',
      kind: 'instructs',
      heading: 'instructs Study Group 13',
      actors: ['itu-t-sg-13'],
      provisions: [
        provision({
          address: 'instructs-itu-t-sg-13.1',
          path: '1',
          label: '1',
          text: 'to maintain the roadmap of IMT standardization activities in ITU‑T, which should include work items to progress standardization work related to the non-radio side of IMT, and share this with relevant groups of ITU‑R and ITU‑D as the mission of the lead group for IMT (especially IMT-2020);',
        }),
        provision({
          address: 'instructs-itu-t-sg-13.2',
          path: '2',
          label: '2',
          text: 'to promote the studies on network requirements and architecture, network softwarization, network slicing, network capability openness, network management and orchestration, fixed-mobile convergence and emerging network technology (such as ICN, etc.);',
        }),
        provision({
          address: 'instructs-itu-t-sg-13.3',
          path: '3',
          label: '3',
          text: 'to establish the Joint Coordination Activity for IMT-2020 (JCA IMT-2020) and coordinate the standardization activities of IMT (especially IMT-2020) among all relevant study groups and focus groups and other SDOs,',
        }),
      ],
    }),
    section({
      address: 'instructs-itu-t-sg-15',
      kind: 'instructs',
      heading: 'instructs Study Group 15',
      actors: ['itu-t-sg-15'],
      provisions: [
        provision({
          address: 'instructs-itu-t-sg-15.p1',
          path: 'p1',
          label: '',
          text: "to promote the studies on IMT's fronthaul and backhaul network standardization activities, which should establish the necessary structure and work items to progress the standards work on fronthaul/backhaul network requirements, architecture, function and performance, management and control, synchronization, etc., for IMT-2020,",
        }),
      ],
    }),
    section({
      address: 'instructs-itu-t-sg-17',
      kind: 'instructs',
      heading: 'instructs Study Group 17',
      actors: ['itu-t-sg-17'],
      provisions: [
        provision({
          address: 'instructs-itu-t-sg-17.p1',
          path: 'p1',
          label: '',
          text: 'to promote the studies on standardization activities related to IMT network and applications security,',
        }),
      ],
    }),
    section({
      address: 'instructs-director-tsb',
      kind: 'instructs',
      heading: 'instructs the Director of the Telecommunication Standardization Bureau',
      actors: ['director-tsb'],
      provisions: [
        provision({
          address: 'instructs-director-tsb.1',
          path: '1',
          label: '1',
          text: 'to bring this resolution to the attention of the Directors of the Radiocommunication Bureau and the Telecommunication Development Bureau;',
          references: [referred('this resolution')],
        }),
        provision({
          address: 'instructs-director-tsb.2',
          path: '2',
          label: '2',
          text: 'to conduct seminars and workshops on the standard strategic, technical solutions and network applications for IMT (especially IMT-2020), taking into account specific national and regional requirements,',
        }),
      ],
    }),
    section({
      address: 'encourages-directors',
      kind: 'encourages',
      heading: 'encourages the Directors of the three Bureaux',
      actors: ['directors'],
      provisions: [
        provision({
          address: 'encourages-directors.p1',
          path: 'p1',
          label: '',
          text: 'to investigate new ways to improve the efficiency of ITU work on IMT,',
        }),
      ],
    }),
    section({
      address: 'invites',
      kind: 'invites',
      heading: 'invites Member States, Sector Members, Associates and academia',
      actors: ['member-states', 'sector-members', 'associates', 'academia'],
      provisions: [
        provision({
          address: 'invites.1',
          path: '1',
          label: '1',
          text: 'to participate actively in the standardization activities of ITU‑T on developing Recommendations on non-radio aspects of IMT;',
        }),
        provision({
          address: 'invites.2',
          path: '2',
          label: '2',
          text: 'to share standard strategy, network evolution experience and application cases of IMT in relevant seminars and workshop events.',
        }),
      ],
    }),
  ],
  annexes: [],
  terms: [],
  warnings: [
    { code: 'bookmark-removed', line: 1, message: 'The bookmark "irecnoe" is left out.' },
    { code: 'bookmark-removed', line: 3, message: 'The bookmark "iitexte" is left out.' },
    {
      code: 'stray-footnote-mark',
      line: 19,
      message:
        'The mark "1" is printed a second time before the text of footnote 1; it is left out.',
    },
    {
      code: 'stray-footnote-mark',
      line: 19,
      message: 'The mark "1" is printed a second time after footnote mark 1; it is left out.',
    },
    {
      code: 'odd-text',
      line: 34,
      message: 'A space stands before the mark in "encourage ,"; the text is kept as it stands.',
    },
    { code: 'bookmark-removed', line: 38, message: 'The bookmark "_GoBack" is left out.' },
  ],
};

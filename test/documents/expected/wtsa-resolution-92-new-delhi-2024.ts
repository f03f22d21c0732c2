import type { StructuredDocument } from '../../../main/contract/document.ts';
import type { WorkId } from '../../../main/contract/ids.ts';
import { cited, paragraph, provision, referred, section } from './write.ts';

/** Written from `content/resolutions/wtsa-resolution-92-new-delhi-2024.txt`, line by line. */
export const wtsa92Of2024: StructuredDocument = {
  form: 'resolution',
  language: 'en',
  direction: 'ltr',
  identity: {
    work: 'wtsa/resolution/92' as WorkId,
    edition: '2024',
    body: 'wtsa',
    type: 'resolution',
    number: '92',
    place: 'New Delhi',
    year: 2024,
    title:
      'Enhancing the standardization activities in the ITU Telecommunication Standardization Sector related to non-radio aspects of international mobile telecommunications',
  },
  history: [
    { place: 'Hammamet', year: 2016 },
    { place: 'Geneva', year: 2022 },
    { place: 'New Delhi', year: 2024 },
  ],
  preface: [
    paragraph('FOREWORD'),
    paragraph(
      'The International Telecommunication Union (ITU) is the United Nations specialized agency in the field of telecommunications, and information and communication technologies (ICTs). The ITU Telecommunication Standardization Sector (ITU-T) is a permanent organ of ITU. ITU-T is responsible for studying technical, operating and tariff questions and issuing Recommendations on them with a view to standardizing telecommunications on a worldwide basis.',
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
  formula: 'The World Telecommunication Standardization Assembly (New Delhi, 2024),',
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
          text: 'that International Mobile Telecommunications (IMT) is the root name that encompasses all IMT systems and their further development, including IMT-2000, IMT-Advanced, IMT-2020 and IMT-2030, collectively (see Resolution ITU‑R 56‑3 (Rev. Dubai, 2023) of the Radiocommunication Assembly);',
          citations: [
            cited('Resolution ITU‑R 56‑3 (Rev. Dubai, 2023)', 'ra/resolution/56', '2023'),
          ],
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
          text: 'that Recommendation 207 (Rev. Sharm el-Sheikh, 2019) of the World Radiocommunication Conference, on future IMT systems, considers that the future development of IMT for 2020 and beyond is foreseen to enhance, inter alia, data rates in comparison with currently deployed IMT systems;',
          citations: [
            cited(
              'Recommendation 207 (Rev. Sharm el-Sheikh, 2019)',
              'wrc/recommendation/207',
              '2019',
            ),
          ],
        }),
        provision({
          address: 'considering.d',
          path: 'd',
          label: 'd)',
          text: 'that there is growing interest in adopting emerging technologies and solutions based on the standards of IMT-based open radio access networks;',
        }),
        provision({
          address: 'considering.e',
          path: 'e',
          label: 'e)',
          text: 'that IMT systems are being utilized and will be utilized widely in the near future to build a user-centred information ecosystem, and this will make a positive and important contribution to the United Nations Sustainable Development Goals (SDGs);',
        }),
        provision({
          address: 'considering.f',
          path: 'f',
          label: 'f)',
          text: 'that the ITU Telecommunication Standardization Sector (ITU‑T) is actively continuing its studies on non-radio aspects of standardization for IMT systems;',
        }),
        provision({
          address: 'considering.g',
          path: 'g',
          label: 'g)',
          text: 'that the development of a roadmap for all standards activities relating to IMT in the ITU Radiocommunication Sector (ITU‑R) and ITU‑T, in order to independently manage and advance their work on IMT and to coordinate it so as to ensure full alignment and harmonization of the work programmes within a complementary framework, is an efficient means of achieving progress in both Sectors, and that such a roadmap concept facilitates the communication of issues relating to IMT with organizations external to ITU;',
        }),
        provision({
          address: 'considering.h',
          path: 'h',
          label: 'h)',
          text: 'that the ITU‑T study groups and ITU‑R have had, and continue to have, effective informal coordination via liaison activity with respect to the development of Recommendations relating to IMT for both Sectors;',
        }),
        provision({
          address: 'considering.i',
          path: 'i',
          label: 'i)',
          text: 'that Resolution 43 (Rev. Buenos Aires, 2017) of the World Telecommunication Development Conference (WTDC) acknowledged the continuous need to promote the use of IMT systems throughout the world, in particular in developing countries;',
          footnotes: [
            {
              mark: '1',
              at: 232,
              text: 'These include the least developed countries, small island developing states, landlocked developing countries and countries with economies in transition.',
            },
          ],
          citations: [
            cited('Resolution 43 (Rev. Buenos Aires, 2017)', 'wtdc/resolution/43', '2017'),
          ],
        }),
        provision({
          address: 'considering.j',
          path: 'j',
          label: 'j)',
          text: 'that the ITU‑R Handbook on Global Trends in International Mobile Telecommunications defines IMT and provides general guidance to relevant parties on issues related to the deployment of IMT systems and for the introduction of their IMT-2000 and IMT-Advanced networks, as well as IMT-2020;',
          citations: [
            cited(
              'ITU‑R Handbook on Global Trends in International Mobile Telecommunications',
              'itu-r/handbook/global-trends-in-imt',
              null,
            ),
          ],
        }),
        provision({
          address: 'considering.k',
          path: 'k',
          label: 'k)',
          text: 'that the Report ITU‑R M.2516‑0 provides a broad view of future technical aspects of terrestrial IMT systems, and Recommendation ITU‑R M.2160‑0 sets the basis for the future development of IMT-2030;',
          citations: [
            cited('Report ITU‑R M.2516‑0', 'itu-r/report/m.2516', '0'),
            cited('Recommendation ITU‑R M.2160‑0', 'itu-r/recommendation/m.2160', '0'),
          ],
        }),
        provision({
          address: 'considering.l',
          path: 'l',
          label: 'l)',
          text: 'that Study Group 1 of the ITU Telecommunication Development Sector (ITU‑D) is involved in activities closely coordinated with ITU‑T Study Group 13 and ITU‑R Study Group 5 in order to identify the factors influencing the effective development of broadband, including IMT systems, for developing countries;',
        }),
        provision({
          address: 'considering.m',
          path: 'm',
          label: 'm)',
          text: 'that ITU‑T Study Group 13 has taken a lead role on non-radio aspects of IMT-2020 project management coordination across all ITU‑T study groups and progressed the study of network aspects of IMT-2020 and IMT-2030, which includes studies on network requirements and functional architecture, network softwarization, fixed, mobile and satellite convergence, network performance, and their application for developing countries;',
        }),
        provision({
          address: 'considering.n',
          path: 'n',
          label: 'n)',
          text: "that ITU‑T Study Group 13 established the Joint Coordination Activity for IMT-2020 and beyond (JCA-IMT2020) to coordinate ITU‑T's IMT-2020 standardization work with focus on non-radio aspects of IMT-2020 and IMT-2030 within ITU‑T and to coordinate communication with standards-development organizations (SDOs), consortia and forums also working on IMT-2020- and IMT-2030-related standards;",
        }),
        provision({
          address: 'considering.o',
          path: 'o',
          label: 'o)',
          text: 'that JCA-IMT2020 is maintaining a roadmap for IMT-2020 and IMT-2030 standardization which addresses ongoing and published specifications from ITU, other relevant SDOs, consortia and forums;',
        }),
        provision({
          address: 'considering.p',
          path: 'p',
          label: 'p)',
          text: 'that ITU‑T Study Group 11 has progressed the study of signalling and control protocol aspects of IMT-2020, which includes studies on protocols supporting control and management technologies; signalling requirements and protocols for network attachment, including mobility and resource management; protocols supporting distributed content networking and information-centric networking; and protocol testing;',
        }),
        provision({
          address: 'considering.q',
          path: 'q',
          label: 'q)',
          text: 'that ITU‑T Study Group 11 established the Focus Group on testbed federations for IMT-2020 and beyond (FG-TBFxG) to develop the required application program interfaces (APIs);',
        }),
        provision({
          address: 'considering.r',
          path: 'r',
          label: 'r)',
          text: 'that ITU‑T Study Group 21 has progressed the study of vehicle-to-everything (V2X) communication using IMT systems;',
        }),
        provision({
          address: 'considering.s',
          path: 's',
          label: 's)',
          text: 'that ITU‑T Study Group 17 has continued addressing threats and vulnerabilities, which affect efforts to build confidence and security in the use of IMT-2020 systems; this includes studies on security and trust frameworks, guidelines and capabilities for IMT-2020 networks and edge computing;',
        }),
        provision({
          address: 'considering.t',
          path: 't',
          label: 't)',
          text: 'that ITU‑R is working on the development of IMT-2030,',
        }),
      ],
    }),
    section({
      address: 'noting',
      kind: 'noting',
      heading: 'noting',
      provisions: [
        provision({
          address: 'noting.p1',
          path: 'p1',
          label: '',
          text: 'Resolution 18 (Rev. New Delhi, 2024) of this assembly, on strengthening coordination and cooperation among the three ITU Sectors on matters of mutual interest,',
          citations: [cited('Resolution 18 (Rev. New Delhi, 2024)', 'wtsa/resolution/18', '2024')],
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
          text: 'to facilitate coordination of the standardization activities related to the non-radio aspects of IMT systems (including IMT-2020 and IMT-2030) among all relevant study groups, focus groups, joint coordination activities, etc.;',
        }),
        provision({
          address: 'resolves-to-invite-tsag.2',
          path: '2',
          label: '2',
          text: 'to strengthen and accelerate activities related to the development and deployment of IMT systems based on standards for open and interoperable network technologies and solutions, such as non-radio aspects of IMT systems for access networks, in particular recognizing challenges in developing countries;',
        }),
        provision({
          address: 'resolves-to-invite-tsag.3',
          path: '3',
          label: '3',
          text: 'to ensure collaboration among relevant ITU‑T study groups and with relevant SDOs and forums and consortia for open and interoperable network technologies and solutions, including non-radio aspects of IMT systems for access networks;',
        }),
        provision({
          address: 'resolves-to-invite-tsag.4',
          path: '4',
          label: '4',
          text: 'to encourage, in cooperation with ITU‑T Study Group 13 and other relevant study groups, collaboration with other SDOs on a wide range of issues associated with the non-radio aspects of IMT systems,',
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
          text: 'to strengthen collaboration and coordination on standardization activities in respect of IMT systems (including IMT-2020 and IMT-2030) with other relevant standards organizations, in order to ensure a productive and practical standards solution for the global telecommunication/information and communication technology (ICT) industry;',
        }),
        provision({
          address: 'instructs-itu-t-study-groups.2',
          path: '2',
          label: '2',
          text: 'to advance efficient and effective standardization work on the non-radio aspects of IMT systems as well as applications of relevant network technologies to achieve the SDGs;',
        }),
        provision({
          address: 'instructs-itu-t-study-groups.3',
          path: '3',
          label: '3',
          text: 'to promote ITU‑T standardization work on the requirements of developing countries related to IMT in general and IMT-2020 and IMT-2030 in particular, while keeping a focus on bridging the digital divide;',
        }),
        provision({
          address: 'instructs-itu-t-study-groups.4',
          path: '4',
          label: '4',
          text: "to be responsible for the development and annual reporting of ITU‑T's standards strategy on IMT;",
        }),
        provision({
          address: 'instructs-itu-t-study-groups.5',
          path: '5',
          label: '5',
          text: 'to promote standardization work on non-radio aspects of IMT systems to support verticals, such as intelligent manufacturing, improving energy efficiency and reducing network complexity,',
        }),
      ],
    }),
    section({
      address: 'instructs-itu-t-sg-2',
      kind: 'instructs',
      heading: 'instructs Study Group 2 of the ITU Telecommunication Standardization Sector',
      actors: ['itu-t-sg-2'],
      provisions: [
        provision({
          address: 'instructs-itu-t-sg-2.p1',
          path: 'p1',
          label: '',
          text: 'to continue studies on standardization activities related to non-radio aspects of IMT network management,',
        }),
      ],
    }),
    section({
      address: 'instructs-itu-t-sg-3',
      kind: 'instructs',
      heading: 'instructs Study Group 3 of the ITU Telecommunication Standardization Sector',
      actors: ['itu-t-sg-3'],
      provisions: [
        provision({
          address: 'instructs-itu-t-sg-3.p1',
          path: 'p1',
          label: '',
          text: 'to consider the ITU‑T studies related to, inter alia, regulatory and economic questions relevant to IMT systems within its mandate,',
        }),
      ],
    }),
    section({
      address: 'instructs-itu-t-sg-5',
      kind: 'instructs',
      heading: 'instructs Study Group 5 of the ITU Telecommunication Standardization Sector',
      actors: ['itu-t-sg-5'],
      provisions: [
        provision({
          address: 'instructs-itu-t-sg-5.p1',
          path: 'p1',
          label: '',
          text: 'to continue the studies on standardization activities related to IMT environmental requirements,',
        }),
      ],
    }),
    section({
      address: 'instructs-itu-t-sg-11',
      kind: 'instructs',
      heading: 'instructs Study Group 11 of the ITU Telecommunication Standardization Sector',
      actors: ['itu-t-sg-11'],
      provisions: [
        provision({
          address: 'instructs-itu-t-sg-11.p1',
          path: 'p1',
          label: '',
          text: 'to continue promoting the studies on standardization activities related to the non-radio aspects of IMT signalling requirements, protocols and testing frameworks, specifications, methodologies, capabilities and interoperability for IMT systems,',
        }),
      ],
    }),
    section({
      address: 'instructs-itu-t-sg-12',
      kind: 'instructs',
      heading: 'instructs Study Group 12 of the ITU Telecommunication Standardization Sector',
      actors: ['itu-t-sg-12'],
      provisions: [
        provision({
          address: 'instructs-itu-t-sg-12.p1',
          path: 'p1',
          label: '',
          text: 'to continue promoting the studies on standardization activities of service, quality of service and quality of experience related to the non-radio aspects of IMT systems,',
        }),
      ],
    }),
    section({
      address: 'instructs-itu-t-sg-13',
      kind: 'instructs',
      heading: 'instructs Study Group 13 of the ITU Telecommunication Standardization Sector',
      actors: ['itu-t-sg-13'],
      provisions: [
        provision({
          address: 'instructs-itu-t-sg-13.1',
          path: '1',
          label: '1',
          text: 'to maintain the roadmap of, and continue promoting, IMT standardization activities in ITU‑T, which should include work items to progress standardization work related to the non-radio aspects of IMT systems, and share this with relevant groups of ITU‑R and ITU‑D and external organizations, such as through coordination work ensured by JCA-IMT2020;',
        }),
        provision({
          address: 'instructs-itu-t-sg-13.2',
          path: '2',
          label: '2',
          text: 'to maintain and update on an annual basis the supplement to the ITU‑T Recommendation containing the current version of the IMT system standardization roadmap;',
        }),
        provision({
          address: 'instructs-itu-t-sg-13.3',
          path: '3',
          label: '3',
          text: 'to continue promoting the studies on non-radio aspects of IMT system network requirements and architecture, including network softwarization (e.g. non-radio aspects of cloud radio access network and multi-access edge computing); network slicing; network capability openness, including open network interconnection and exposure; network management and orchestration; fixed, mobile and satellite convergence; network performance; digital twins; autonomous networks; emerging network technologies; and the application of artificial intelligence and machine learning;',
        }),
        provision({
          address: 'instructs-itu-t-sg-13.4',
          path: '4',
          label: '4',
          text: 'to promote JCA-IMT2020 and beyond and to continue coordinating the standardization activities of IMT systems among all relevant study groups, focus groups and other SDOs,',
        }),
      ],
    }),
    section({
      address: 'instructs-itu-t-sg-15',
      kind: 'instructs',
      heading: 'instructs Study Group 15 of the ITU Telecommunication Standardization Sector',
      actors: ['itu-t-sg-15'],
      provisions: [
        provision({
          address: 'instructs-itu-t-sg-15.p1',
          path: 'p1',
          label: '',
          text: "to continue promoting the studies on non-radio aspects of IMT's transport network (e.g. fronthaul and backhaul) standardization activities, including network requirements, architecture, function and performance, characteristics, enabling technologies, management and control, synchronization, etc., for IMT systems,",
        }),
      ],
    }),
    section({
      address: 'instructs-itu-t-sg-17',
      kind: 'instructs',
      heading: 'instructs Study Group 17 of the ITU Telecommunication Standardization Sector',
      actors: ['itu-t-sg-17'],
      provisions: [
        provision({
          address: 'instructs-itu-t-sg-17.1',
          path: '1',
          label: '1',
          text: 'to continue promoting the studies on standardization activities related to security and resilience for end-devices, network and applications for IMT systems;',
        }),
        provision({
          address: 'instructs-itu-t-sg-17.2',
          path: '2',
          label: '2',
          text: 'to maintain the IMT security standardization roadmap;',
        }),
        provision({
          address: 'instructs-itu-t-sg-17.3',
          path: '3',
          label: '3',
          text: 'to promote coordination and collaboration with ITU‑R and other SDOs, such as the 3rd Generation Partnership Project (3GPP) Service and System Aspects working group 3 (SA3), on security and resilience aspects of IMT systems, in the course of development of the relevant specifications or ITU‑T Recommendations,',
        }),
      ],
    }),
    section({
      address: 'instructs-itu-t-sg-20',
      kind: 'instructs',
      heading: 'instructs Study Group 20 of the ITU Telecommunication Standardization Sector',
      actors: ['itu-t-sg-20'],
      provisions: [
        provision({
          address: 'instructs-itu-t-sg-20.p1',
          path: 'p1',
          label: '',
          text: 'to continue addressing non-radio aspects of IMT related to standardization requirements of Internet of Things (IoT) technologies, including IoT applications in smart sustainable cities and communities,',
        }),
      ],
    }),
    section({
      address: 'instructs-itu-t-sg-21',
      kind: 'instructs',
      heading: 'instructs Study Group 21 of the ITU Telecommunication Standardization Sector',
      actors: ['itu-t-sg-21'],
      provisions: [
        provision({
          address: 'instructs-itu-t-sg-21.p1',
          path: 'p1',
          label: '',
          text: 'to consider any relevant impact of future vehicular multimedia systems on the standardization of non-radio aspects of IMT systems,',
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
          text: 'to continue conducting seminars and workshops on non-radio aspects of IMT, the standards strategy, technical solutions, enabling technologies and network applications, taking into account specific national and regional requirements, while promoting the participation of developing countries in standardization activities,',
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
          address: 'encourages-directors.1',
          path: '1',
          label: '1',
          text: 'to investigate new ways to improve the efficiency of ITU work on IMT, and to examine the possibility of establishing an observatory for IMT systems, including appropriate guidelines if needed, taking into account budgetary considerations;',
        }),
        provision({
          address: 'encourages-directors.2',
          path: '2',
          label: '2',
          text: 'to promote studies on standardization activities related to regulatory and economic questions relevant to accommodating non-radio aspects of IMT use cases and to encouraging and supporting market growth, innovation, collaboration and telecommunication/ICT infrastructure investment;',
        }),
        provision({
          address: 'encourages-directors.3',
          path: '3',
          label: '3',
          text: 'to develop guidance on the economic drivers and sustainability for non-radio aspects of IMT system deployment,',
        }),
      ],
    }),
    section({
      address: 'invites',
      kind: 'invites',
      heading: 'invites Member States, Sector Members, Associates and Academia',
      actors: ['member-states', 'sector-members', 'associates', 'academia'],
      provisions: [
        provision({
          address: 'invites.1',
          path: '1',
          label: '1',
          text: 'to participate actively in the standardization activities of ITU‑T on developing Recommendations on non-radio aspects of IMT systems;',
        }),
        provision({
          address: 'invites.2',
          path: '2',
          label: '2',
          text: 'to share non-radio standards strategy, network evolution experience, application cases, efficient deployment and operation, implementation and best practices of IMT systems in relevant seminars and workshop events, in particular in developing countries.',
        }),
      ],
    }),
  ],
  annexes: [],
  terms: [],
  warnings: [
    {
      code: 'identity-from-metadata',
      line: null,
      message:
        'Taken from the metadata: type "resolution", number "92". Found in the text: body, place, year, title.',
    },
    { code: 'bookmark-removed', line: 1, message: 'The bookmark "irecnoe" is left out.' },
    {
      code: 'stray-footnote-mark',
      line: 21,
      message:
        'The mark "1" is printed a second time before the text of footnote 1; it is left out.',
    },
    {
      code: 'stray-footnote-mark',
      line: 21,
      message: 'The mark "1" is printed a second time after footnote mark 1; it is left out.',
    },
  ],
};

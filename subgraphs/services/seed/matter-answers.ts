import { hundredths } from '@yiwang/population/land';
import {
  deedTaxOf,
  type MatterApplication,
  planningPermitOf,
  reservationOf,
} from '@yiwang/population/matters';

/** The answers of an application, whole, as the form of its matter asks them. */
export function answersOf(application: MatterApplication): Record<string, unknown> {
  const contact = { name: application.person.name, phone: application.phone };
  switch (application.matter) {
    case 'YJS320000001': {
      const { enterprise, isFoodWanted, areaM2 } = application;
      const { name, typeCode: type, industryCode: industry, capitalCny, businessScope, address } = enterprise;
      return {
        enterprise: { name, type, industry, capitalCny, businessScope, address },
        representative: contact,
        seal: { areaM2 },
        ...(isFoodWanted && { food: { isWanted: true } }),
      };
    }
    case 'YJS320000002': {
      const { unit, holder, holderBefore, priceCny } = application;
      return {
        unit: { code: unit.code, holderBefore },
        holder: { name: holder.name },
        price: { cny: priceCny },
      };
    }
    case 'YJS320000003': {
      const { applicant, parcel, projectName, address, areaM2 } = application;
      return {
        project: {
          enterpriseName: applicant.name,
          name: projectName,
          parcel: parcel.code,
          landUse: parcel.kind.landUse,
          landAreaM2: hundredths(parcel.outline.areaHundredthsM2),
          address,
          areaM2,
        },
        contact,
      };
    }
  }
}

/** What a department gives for a step, as services keeps it. */
export function resultOf(application: MatterApplication, step: string): Record<string, unknown> {
  const number = application.cases[step];
  switch (application.matter) {
    case 'YJS320000001': {
      const { enterprise, registered } = application;
      if (step === 'name') {
        const { id, until } = reservationOf(application)!;
        return { id, name: enterprise.name, until };
      }
      if (step === 'tax') return { id: registered!.uscc };
      return step === 'registration' ? { number, uscc: registered!.uscc } : { number, permit: `XK${number}` };
    }
    case 'YJS320000002': {
      const { unit, taxCny } = application;
      if (step === 'hold') return { unit: unit.code };
      if (step === 'tax') return { id: deedTaxOf(application)!.id, taxCny };
      return { number, registeredUnit: unit.code, planningPermit: null };
    }
    case 'YJS320000003':
      return step === 'land'
        ? { number, registeredUnit: null, planningPermit: planningPermitOf(application) }
        : { number, permit: `XK${number}` };
  }
}

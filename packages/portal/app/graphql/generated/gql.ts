/* eslint-disable */
import * as types from './graphql.ts';

/**
 * Map of all GraphQL operations in the project.
 *
 * This map has several performance disadvantages:
 * 1. It is not tree-shakeable, so it will include all operations in the project.
 * 2. It is not minifiable, so the string of a GraphQL query will be multiple times inside the bundle.
 * 3. It does not support dead code elimination, so it will add unused operations.
 *
 * Therefore it is highly recommended to use the babel or swc plugin for production.
 * Learn more about it here: https://the-guild.dev/graphql/codegen/plugins/presets/preset-client#reducing-bundle-size
 */
type Documents = {
  '\n  query ApplyItem($item: ID!) {\n    serviceItem(code: $item) {\n      code\n      basicCode\n      name\n      form\n      department {\n        name\n      }\n      region {\n        code\n        name\n        fullName\n      }\n    }\n    myMandates(first: 100) {\n      edges {\n        node {\n          id\n          kind\n          state\n          items\n          enterprise {\n            uscc\n            name\n            status\n          }\n        }\n      }\n    }\n  }\n': typeof types.ApplyItemDocument;
  '\n  mutation StartCase($input: CaseInput!, $key: ID!) {\n    startCase(input: $input, idempotencyKey: $key) {\n      ...CaseCommand\n    }\n  }\n': typeof types.StartCaseDocument;
  '\n  query Case($number: ID!) {\n    case(number: $number) {\n      number\n      state\n      version\n      decision\n      receivedOn\n      dueOn\n      isOverdue\n      actBy\n      suspendedOn\n      extensionDays\n      decidedOn\n      rating\n      voidedOn\n      form\n      formSchema\n      source\n      applicant {\n        uscc\n        name\n      }\n      region {\n        code\n        fullName\n      }\n      serviceItem {\n        code\n        name\n        department {\n          name\n        }\n      }\n      followUp {\n        materials\n        by\n      }\n      materials {\n        id\n        material\n        name\n        bytes\n        path\n      }\n      timeline {\n        on\n        at\n        step\n        side\n        note\n        defects {\n          about\n          problem\n        }\n      }\n      times {\n        applicantHours\n        officialHours\n        suspendedHours\n        machineHours\n      }\n      permit {\n        number\n        name\n        issuingAuthority\n        validFrom\n        validUntil\n        status\n        certificate {\n          identifier\n          state\n          path\n          credentialPath\n        }\n      }\n    }\n  }\n': typeof types.CaseDocument;
  '\n  mutation WithdrawCase($number: ID!, $reason: String, $version: Int!, $key: ID!) {\n    withdrawCase(number: $number, reason: $reason, expectedVersion: $version, idempotencyKey: $key) {\n      ...CaseCommand\n    }\n  }\n': typeof types.WithdrawCaseDocument;
  '\n  mutation RateCase($number: ID!, $stars: Int!, $comment: String, $version: Int!, $key: ID!) {\n    rateCase(\n      number: $number\n      stars: $stars\n      comment: $comment\n      expectedVersion: $version\n      idempotencyKey: $key\n    ) {\n      ...CaseCommand\n    }\n  }\n': typeof types.RateCaseDocument;
  '\n  subscription CaseChanged($number: ID!) {\n    caseChanged(number: $number) {\n      number\n      version\n    }\n  }\n': typeof types.CaseChangedDocument;
  '\n  fragment CaseCommand on CasePayload {\n    case {\n      number\n      version\n    }\n    userErrors {\n      code\n      message\n      field\n    }\n  }\n': typeof types.CaseCommandFragmentDoc;
  '\n  query CaseForm($number: ID!) {\n    case(number: $number) {\n      number\n      state\n      version\n      form\n      formSchema\n      applicant {\n        uscc\n        name\n      }\n      serviceItem {\n        code\n        name\n      }\n      prefill {\n        field\n        state\n        value\n        department\n        coordinate\n        sharing\n        readAt\n        reason\n        verdict\n        correction\n      }\n      materials {\n        id\n        material\n        name\n        bytes\n        mediaType\n        at\n        path\n      }\n      followUp {\n        materials\n        by\n      }\n      timeline {\n        step\n        defects {\n          about\n          problem\n        }\n      }\n    }\n  }\n': typeof types.CaseFormDocument;
  '\n  query CaseAnswers($number: ID!) {\n    case(number: $number) {\n      version\n      form\n      formSchema\n    }\n  }\n': typeof types.CaseAnswersDocument;
  '\n  query CaseRequirements($item: ID!, $answers: JSON!) {\n    serviceItem(code: $item) {\n      code\n      guide {\n        materials {\n          code\n          name\n          nameEn\n          need\n          heldBy {\n            department\n            resource\n          }\n        }\n      }\n      requirements(answers: $answers) {\n        rule\n        ruleEn\n        materials {\n          code\n          name\n          nameEn\n          originals\n          copies\n          need\n          heldBy {\n            department\n            resource\n          }\n        }\n        userErrors {\n          code\n          message\n          field\n        }\n      }\n    }\n  }\n': typeof types.CaseRequirementsDocument;
  '\n  mutation SaveCase($number: ID!, $form: JSON!, $version: Int!, $key: ID!) {\n    saveCase(number: $number, form: $form, expectedVersion: $version, idempotencyKey: $key) {\n      ...CaseCommand\n    }\n  }\n': typeof types.SaveCaseDocument;
  '\n  mutation PrefillCase($number: ID!, $version: Int!, $key: ID!) {\n    prefillCase(number: $number, expectedVersion: $version, idempotencyKey: $key) {\n      ...CaseCommand\n    }\n  }\n': typeof types.PrefillCaseDocument;
  '\n  mutation AnswerPrefill(\n    $number: ID!\n    $field: String!\n    $isRight: Boolean!\n    $problem: String\n    $proposal: String\n    $version: Int!\n    $key: ID!\n  ) {\n    answerPrefill(\n      number: $number\n      field: $field\n      isRight: $isRight\n      problem: $problem\n      proposal: $proposal\n      expectedVersion: $version\n      idempotencyKey: $key\n    ) {\n      ...CaseCommand\n    }\n  }\n': typeof types.AnswerPrefillDocument;
  '\n  mutation BeginUpload($number: ID!, $name: String!, $bytes: Int!, $key: ID!) {\n    uploadCaseMaterial(number: $number, name: $name, bytes: $bytes, idempotencyKey: $key) {\n      upload {\n        id\n        path\n        expiresAt\n      }\n      userErrors {\n        code\n        message\n        field\n      }\n    }\n  }\n': typeof types.BeginUploadDocument;
  '\n  mutation AttachMaterial($number: ID!, $upload: ID!, $material: String!, $version: Int!, $key: ID!) {\n    attachCaseMaterial(\n      number: $number\n      upload: $upload\n      material: $material\n      expectedVersion: $version\n      idempotencyKey: $key\n    ) {\n      ...CaseCommand\n    }\n  }\n': typeof types.AttachMaterialDocument;
  '\n  mutation RemoveMaterial($number: ID!, $upload: ID!, $version: Int!, $key: ID!) {\n    removeCaseMaterial(number: $number, upload: $upload, expectedVersion: $version, idempotencyKey: $key) {\n      ...CaseCommand\n    }\n  }\n': typeof types.RemoveMaterialDocument;
  '\n  mutation SubmitCase($number: ID!, $version: Int!, $key: ID!) {\n    submitCase(number: $number, expectedVersion: $version, idempotencyKey: $key) {\n      ...CaseCommand\n    }\n  }\n': typeof types.SubmitCaseDocument;
  '\n  mutation SupplyCase($number: ID!, $materials: [String!]!, $version: Int!, $key: ID!) {\n    supplyCaseMaterials(\n      number: $number\n      materials: $materials\n      expectedVersion: $version\n      idempotencyKey: $key\n    ) {\n      ...CaseCommand\n    }\n  }\n': typeof types.SupplyCaseDocument;
  '\n  query Mandates {\n    myMandates(first: 100) {\n      totalCount\n      edges {\n        node {\n          id\n          kind\n          state\n          items\n          from\n          until\n          reason\n          person\n          version\n          enterprise {\n            uscc\n            name\n            status\n          }\n        }\n      }\n    }\n  }\n': typeof types.MandatesDocument;
  '\n  query Agents($uscc: USCC!) {\n    enterprise(uscc: $uscc) {\n      uscc\n      name\n      mandates(first: 50) {\n        edges {\n          node {\n            id\n            kind\n            state\n            items\n            from\n            until\n            reason\n            person\n            version\n          }\n        }\n      }\n    }\n  }\n': typeof types.AgentsDocument;
  '\n  query ItemName($code: ID!) {\n    catalogueItem(basicCode: $code) {\n      basicCode\n      name\n    }\n  }\n': typeof types.ItemNameDocument;
  '\n  mutation GiveMandate($input: MandateInput!, $key: ID!) {\n    giveMandate(input: $input, idempotencyKey: $key) {\n      mandate {\n        id\n      }\n      userErrors {\n        code\n        message\n        field\n      }\n    }\n  }\n': typeof types.GiveMandateDocument;
  '\n  mutation RevokeMandate($id: ID!, $version: Int, $reason: String!, $key: ID!) {\n    revokeMandate(id: $id, expectedVersion: $version, reason: $reason, idempotencyKey: $key) {\n      mandate {\n        id\n      }\n      userErrors {\n        code\n        message\n        field\n      }\n    }\n  }\n': typeof types.RevokeMandateDocument;
  '\n  query FindItems($text: String!) {\n    catalogueItems(filter: { name: $text }, first: 20) {\n      totalCount\n      edges {\n        node {\n          basicCode\n          name\n        }\n      }\n    }\n  }\n': typeof types.FindItemsDocument;
  '\n  fragment MatterCommand on MatterCasePayload {\n    matterCase {\n      number\n      version\n    }\n    userErrors {\n      code\n      message\n      field\n    }\n  }\n': typeof types.MatterCommandFragmentDoc;
  '\n  query ApplyMatter($code: ID!) {\n    matter(code: $code) {\n      code\n      name\n      nameEn\n      promisedDays\n      basis\n      steps {\n        name\n        title\n        titleEn\n        department\n        kind\n        needs\n        when\n        isOptional\n      }\n    }\n    region(code: "32") {\n      code\n      children(first: 20) {\n        edges {\n          node {\n            code\n            name\n          }\n        }\n      }\n    }\n    myMandates(first: 100) {\n      edges {\n        node {\n          id\n          kind\n          state\n          items\n          enterprise {\n            uscc\n            name\n            status\n          }\n        }\n      }\n    }\n  }\n': typeof types.ApplyMatterDocument;
  '\n  mutation StartMatter($input: MatterCaseInput!, $key: ID!) {\n    startMatterCase(input: $input, idempotencyKey: $key) {\n      ...MatterCommand\n    }\n  }\n': typeof types.StartMatterDocument;
  '\n  query ApplicationForm($number: ID!) {\n    matterCase(number: $number) {\n      number\n      state\n      version\n      form\n      formSchema\n      matter {\n        code\n        name\n        nameEn\n      }\n      applicant {\n        uscc\n        name\n      }\n      region {\n        code\n        fullName\n      }\n      steps {\n        name\n        title\n        titleEn\n        department\n        state\n        problems {\n          code\n          message\n          about\n        }\n      }\n    }\n  }\n': typeof types.ApplicationFormDocument;
  '\n  mutation SaveMatter($number: ID!, $form: JSON!, $version: Int!, $key: ID!) {\n    saveMatterCase(number: $number, form: $form, expectedVersion: $version, idempotencyKey: $key) {\n      ...MatterCommand\n    }\n  }\n': typeof types.SaveMatterDocument;
  '\n  mutation SubmitMatter($number: ID!, $version: Int!, $key: ID!) {\n    submitMatterCase(number: $number, expectedVersion: $version, idempotencyKey: $key) {\n      ...MatterCommand\n    }\n  }\n': typeof types.SubmitMatterDocument;
  '\n  mutation CompleteMatter($number: ID!, $form: JSON!, $version: Int!, $key: ID!) {\n    completeMatterCase(number: $number, form: $form, expectedVersion: $version, idempotencyKey: $key) {\n      ...MatterCommand\n    }\n  }\n': typeof types.CompleteMatterDocument;
  '\n  mutation WithdrawMatter($number: ID!, $reason: String, $version: Int!, $key: ID!) {\n    withdrawMatterCase(number: $number, reason: $reason, expectedVersion: $version, idempotencyKey: $key) {\n      ...MatterCommand\n    }\n  }\n': typeof types.WithdrawMatterDocument;
  '\n  query Application($number: ID!) {\n    matterCase(number: $number) {\n      number\n      state\n      version\n      form\n      formSchema\n      startedAt\n      submittedAt\n      endedAt\n      dueOn\n      isOverdue\n      reason\n      matter {\n        code\n        name\n        nameEn\n        promisedDays\n        steps {\n          name\n          needs\n        }\n      }\n      applicant {\n        uscc\n        name\n      }\n      region {\n        code\n        fullName\n      }\n      steps {\n        name\n        title\n        titleEn\n        department\n        kind\n        state\n        departmentCase\n        result\n        problems {\n          code\n          message\n          about\n        }\n      }\n      times {\n        officialHours\n        applicantHours\n        machineHours\n      }\n      timeline {\n        at\n        step\n        from\n        to\n        side\n        problems {\n          message\n          about\n        }\n      }\n    }\n  }\n': typeof types.ApplicationDocument;
  '\n  query StepResult($number: ID!) {\n    case(number: $number) {\n      number\n      permit {\n        number\n        name\n        issuingAuthority\n        validFrom\n        validUntil\n        status\n        certificate {\n          identifier\n          state\n          path\n          credentialPath\n        }\n      }\n    }\n  }\n': typeof types.StepResultDocument;
  '\n  subscription ApplicationChanged($number: ID!) {\n    matterCaseChanged(number: $number) {\n      number\n      version\n    }\n  }\n': typeof types.ApplicationChangedDocument;
  '\n  query Licence($uscc: USCC!) {\n    enterprise(uscc: $uscc) {\n      uscc\n      name\n      licence {\n        identifier\n        state\n        path\n        credentialPath\n      }\n    }\n  }\n': typeof types.LicenceDocument;
  '\n  query LandResult($number: ID!) {\n    landCase(number: $number) {\n      number\n      certificate {\n        identifier\n        state\n        path\n        credentialPath\n      }\n    }\n  }\n': typeof types.LandResultDocument;
  '\n  query My($after: String) {\n    myCases(first: 20, after: $after) {\n      totalCount\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      edges {\n        node {\n          number\n          state\n          version\n          decision\n          receivedOn\n          dueOn\n          actBy\n          rating\n          source\n          followUp {\n            materials\n            by\n          }\n          applicant {\n            uscc\n            name\n          }\n          serviceItem {\n            code\n            name\n          }\n        }\n      }\n    }\n    myMatterCases(first: 20) {\n      totalCount\n      edges {\n        node {\n          number\n          state\n          startedAt\n          dueOn\n          matter {\n            code\n            name\n            nameEn\n          }\n          applicant {\n            uscc\n            name\n          }\n          steps {\n            name\n            title\n            titleEn\n            state\n          }\n        }\n      }\n    }\n    myOffers(filter: { states: [OFFERED] }, first: 20) {\n      totalCount\n      edges {\n        node {\n          id\n          version\n          validUntil\n          reason\n          reasonEn\n          enterprise {\n            uscc\n            name\n          }\n          serviceItem {\n            code\n            name\n          }\n        }\n      }\n    }\n    myMandates(first: 100) {\n      totalCount\n      edges {\n        node {\n          id\n          kind\n          state\n          until\n          enterprise {\n            uscc\n            name\n          }\n        }\n      }\n    }\n  }\n': typeof types.MyDocument;
  '\n  mutation AcceptOffer($id: ID!, $version: Int!, $key: ID!) {\n    acceptOffer(id: $id, expectedVersion: $version, idempotencyKey: $key) {\n      case {\n        number\n      }\n      userErrors {\n        code\n        message\n        field\n      }\n    }\n  }\n': typeof types.AcceptOfferDocument;
  '\n  mutation DeclineOffer($id: ID!, $version: Int!, $key: ID!) {\n    declineOffer(id: $id, expectedVersion: $version, idempotencyKey: $key) {\n      offer {\n        id\n        state\n      }\n      userErrors {\n        code\n        message\n        field\n      }\n    }\n  }\n': typeof types.DeclineOfferDocument;
  '\n  query Verify($content: String!, $holder: USCC) {\n    verifyCertificate(content: $content, holder: $holder) {\n      verdict\n      message\n      messageZh\n      checkedAt\n      department\n      state\n      isDocument\n      certificate {\n        identifier\n        title\n        titleEn\n        number\n        holderName\n        holderUscc\n        authority\n        validFrom\n        validUntil\n        issuedAt\n        details {\n          label\n          labelEn\n          value\n        }\n      }\n    }\n  }\n': typeof types.VerifyDocument;
  '\n  fragment GuideParts on ServiceGuide {\n    basis\n    conditions\n    statutoryDays\n    promisedDays\n    visits\n    feeCny\n    onlineDepth\n    levels\n    materials {\n      code\n      name\n      nameEn\n      originals\n      copies\n      fromSharedData\n      need\n      heldBy {\n        department\n      }\n    }\n    steps {\n      code\n      name\n      nameEn\n    }\n  }\n': typeof types.GuidePartsFragmentDoc;
  '\n  query Item($code: ID!) {\n    serviceItem(code: $code) {\n      code\n      basicCode\n      name\n      mainItem\n      type\n      noVisit\n      source\n      department {\n        code\n        name\n      }\n      region {\n        code\n        fullName\n      }\n      catalogueItem {\n        basis\n        levels\n      }\n      form\n      version {\n        version\n        publishedAt\n        rules\n        guide {\n          ...GuideParts\n        }\n      }\n      guide {\n        ...GuideParts\n      }\n    }\n  }\n': typeof types.ItemDocument;
  '\n  query ItemMore(\n    $code: ID!\n    $basicCode: String\n    $answers: JSON!\n    $version: Int!\n    $isCompared: Boolean!\n    $isAnswered: Boolean!\n    $isEarlier: Boolean!\n  ) {\n    offers: serviceItems(filter: { basicCode: $basicCode }, first: 100) @include(if: $isCompared) {\n      totalCount\n      edges {\n        node {\n          code\n          region {\n            code\n            name\n            fullName\n          }\n          guide {\n            promisedDays\n            visits\n            feeCny\n            onlineDepth\n          }\n        }\n      }\n    }\n    serviceItem(code: $code) @include(if: $isAnswered) {\n      code\n      requirements(answers: $answers) {\n        rule\n        ruleEn\n        materials {\n          code\n          name\n          nameEn\n          originals\n          copies\n          heldBy {\n            department\n          }\n        }\n        steps {\n          code\n          name\n          nameEn\n        }\n        userErrors {\n          code\n          message\n          field\n        }\n      }\n    }\n    itemVersion(item: $code, version: $version) @include(if: $isEarlier) {\n      version\n      state\n      publishedAt\n      supersededAt\n      guide {\n        ...GuideParts\n      }\n    }\n  }\n': typeof types.ItemMoreDocument;
  '\n  query Items($filter: ServiceItemFilter!, $region: RegionCode!, $after: String) {\n    region(code: $region) {\n      code\n      fullName\n      path {\n        code\n        name\n      }\n      children(first: 100) {\n        edges {\n          node {\n            code\n            name\n          }\n        }\n      }\n    }\n    serviceItems(filter: $filter, first: 20, after: $after) {\n      totalCount\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      edges {\n        node {\n          code\n          name\n          type\n          noVisit\n          region {\n            code\n            fullName\n          }\n          department {\n            code\n            name\n          }\n          guide {\n            promisedDays\n            feeCny\n          }\n        }\n      }\n    }\n  }\n': typeof types.ItemsDocument;
  '\n  query Matter($code: ID!, $from: Date!, $until: Date!) {\n    matter(code: $code) {\n      code\n      name\n      nameEn\n      version\n      basis\n      promisedDays\n      formSchema\n      steps {\n        name\n        title\n        titleEn\n        department\n        kind\n        needs\n        when\n        isOptional\n      }\n    }\n    matterTimeStatistics(matter: $code, from: $from, until: $until) {\n      completed\n      undone\n      overdue\n      workingDays\n      officialHours\n      applicantHours\n      machineHours\n    }\n  }\n': typeof types.MatterDocument;
  '\n  query Matters {\n    matters {\n      code\n      name\n      nameEn\n      promisedDays\n      steps {\n        name\n        title\n        titleEn\n        department\n      }\n    }\n  }\n': typeof types.MattersDocument;
  '\n  query Region($code: RegionCode!, $after: String) {\n    region(code: $code) {\n      code\n      name\n      fullName\n      level\n      enterpriseCount\n      path {\n        code\n        name\n      }\n      children(first: 100, after: $after) {\n        totalCount\n        pageInfo {\n          hasNextPage\n          endCursor\n        }\n        edges {\n          node {\n            code\n            name\n            enterpriseCount\n          }\n        }\n      }\n    }\n    serviceItems(filter: { region: $code }, first: 1) {\n      totalCount\n    }\n  }\n': typeof types.RegionDocument;
  '\n  query Regions($chosen: RegionCode!, $province: RegionCode!, $name: String, $isSearch: Boolean!) {\n    region(code: $chosen) {\n      code\n      fullName\n    }\n    province: region(code: $province) @skip(if: $isSearch) {\n      code\n      name\n      children(first: 100) {\n        edges {\n          node {\n            code\n            name\n            enterpriseCount\n          }\n        }\n      }\n    }\n    provinces: regions(filter: { level: PROVINCE }, first: 50) @skip(if: $isSearch) {\n      edges {\n        node {\n          code\n          name\n          enterpriseCount\n        }\n      }\n    }\n    found: regions(filter: { name: $name }, first: 50) @include(if: $isSearch) {\n      totalCount\n      edges {\n        node {\n          code\n          fullName\n          enterpriseCount\n        }\n      }\n    }\n  }\n': typeof types.RegionsDocument;
  '\n  query Search(\n    $text: String!\n    $region: RegionCode!\n    $first: Int!\n    $after: String\n    $enterprises: Boolean!\n    $items: Boolean!\n    $matters: Boolean!\n    $data: Boolean!\n  ) {\n    region(code: $region) @include(if: $items) {\n      code\n      fullName\n    }\n    enterprises(filter: { name: $text }, first: $first, after: $after) @include(if: $enterprises) {\n      totalCount\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      edges {\n        node {\n          uscc\n          name\n          status\n          region {\n            code\n            fullName\n          }\n        }\n      }\n    }\n    serviceItems(filter: { text: $text, region: $region }, first: $first, after: $after)\n      @include(if: $items) {\n      totalCount\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      edges {\n        node {\n          code\n          name\n          type\n          noVisit\n          department {\n            name\n          }\n          guide {\n            promisedDays\n          }\n        }\n      }\n    }\n    matters @include(if: $matters) {\n      code\n      name\n      nameEn\n      promisedDays\n      steps {\n        name\n        title\n        titleEn\n        department\n      }\n    }\n    dataResources(filter: { text: $text }, first: $first, after: $after) @include(if: $data) {\n      totalCount\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      edges {\n        node {\n          code\n          name\n          coordinate\n          summary\n          sharing\n          department {\n            name\n          }\n        }\n      }\n    }\n  }\n': typeof types.SearchDocument;
  '\n  query KnownEnterprise($uscc: USCC!) {\n    enterprise(uscc: $uscc) {\n      uscc\n    }\n  }\n': typeof types.KnownEnterpriseDocument;
  '\n  query KnownItem($code: ID!) {\n    serviceItem(code: $code) {\n      code\n    }\n  }\n': typeof types.KnownItemDocument;
  '\n  query Suggestions($text: String!, $region: RegionCode!) {\n    serviceItems(filter: { name: $text, region: $region }, first: 20) {\n      edges {\n        node {\n          code\n          name\n        }\n      }\n    }\n    enterprises(filter: { name: $text }, first: 5) {\n      edges {\n        node {\n          uscc\n          name\n        }\n      }\n    }\n    matters {\n      code\n      name\n      nameEn\n    }\n  }\n': typeof types.SuggestionsDocument;
  '\n  query DashboardBehindIndex(\n    $region: RegionCode!\n    $month: String!\n    $after: String\n    $channels: Boolean!\n    $coverage: Boolean!\n    $guides: Boolean!\n    $maturity: Boolean!\n  ) {\n    serviceIndices(region: $region, month: $month) {\n      region {\n        code\n        name\n      }\n      channels @include(if: $channels) {\n        ...BehindParts\n      }\n      coverage @include(if: $coverage) {\n        ...BehindParts\n      }\n      guides @include(if: $guides) {\n        ...BehindParts\n      }\n      maturity @include(if: $maturity) {\n        ...BehindParts\n      }\n    }\n  }\n\n  fragment BehindParts on ItemIndex {\n    parts {\n      name\n      entries(counts: false, first: 50, after: $after) {\n        totalCount\n        pageInfo {\n          hasNextPage\n          endCursor\n        }\n        edges {\n          node {\n            region {\n              code\n              fullName\n            }\n            serviceItem {\n              code\n              name\n            }\n            catalogueItem {\n              basicCode\n              name\n            }\n          }\n        }\n      }\n    }\n  }\n': typeof types.DashboardBehindIndexDocument;
  '\n  query DashboardIndices($region: RegionCode!, $month: String!, $by: ComparedLevel!) {\n    serviceIndices(region: $region, month: $month) {\n      region {\n        code\n        name\n      }\n      channels {\n        value\n        parts {\n          name\n          value\n          numerator\n          denominator\n        }\n      }\n      coverage {\n        value\n        parts {\n          name\n          value\n          numerator\n          denominator\n        }\n      }\n      guides {\n        value\n        parts {\n          name\n          value\n          numerator\n          denominator\n        }\n      }\n      maturity {\n        value\n        parts {\n          name\n          value\n          numerator\n          denominator\n        }\n      }\n      effect {\n        value\n        parts {\n          name\n          value\n          numerator\n          denominator\n        }\n      }\n      children(by: $by) {\n        isOwnOnly\n        region {\n          code\n          name\n        }\n        channels {\n          value\n        }\n        coverage {\n          value\n        }\n        guides {\n          value\n        }\n        maturity {\n          value\n        }\n        effect {\n          value\n        }\n      }\n    }\n  }\n': typeof types.DashboardIndicesDocument;
  '\n  query DashboardMatters($from: Date!, $until: Date!) {\n    matterTimeStatistics(from: $from, until: $until) {\n      month\n      region {\n        code\n        name\n      }\n      matter {\n        code\n        name\n        nameEn\n        promisedDays\n      }\n      completed\n      undone\n      overdue\n      workingDays\n      officialHours\n      applicantHours\n      machineHours\n    }\n  }\n': typeof types.DashboardMattersDocument;
  '\n  query DashboardSharing($from: Date!, $until: Date!) {\n    sharingStatistics(from: $from, until: $until) {\n      total {\n        shares {\n          fields\n          unconditional\n          conditional\n          granted\n          unconditionalShare\n          sharedShare\n        }\n        grantsInForce\n        applications {\n          answered\n          inTimeShare\n          medianWorkingDays\n          open\n          overdue\n        }\n      }\n      departments {\n        department {\n          name\n        }\n        figures {\n          shares {\n            fields\n            unconditionalShare\n            sharedShare\n          }\n          applications {\n            answered\n            inTimeShare\n            medianWorkingDays\n            open\n            overdue\n          }\n        }\n      }\n      overTime(every: MONTH) {\n        at\n        shares {\n          unconditionalShare\n          sharedShare\n        }\n      }\n    }\n  }\n': typeof types.DashboardSharingDocument;
  '\n  query DashboardRegions {\n    regions(filter: { parent: "32" }, first: 20) {\n      edges {\n        node {\n          code\n          name\n        }\n      }\n    }\n  }\n': typeof types.DashboardRegionsDocument;
  '\n  fragment DeskRegistrationStep on RegistrationPayload {\n    case {\n      version\n    }\n    userErrors {\n      code\n      message\n      field\n    }\n  }\n': typeof types.DeskRegistrationStepFragmentDoc;
  '\n    mutation DeskRegistrationAccept($number: ID!, $expectedVersion: Int!, $idempotencyKey: ID!) {\n      step: acceptRegistration(\n        number: $number\n        expectedVersion: $expectedVersion\n        idempotencyKey: $idempotencyKey\n      ) {\n        ...DeskRegistrationStep\n      }\n    }\n  ': typeof types.DeskRegistrationAcceptDocument;
  '\n    mutation DeskRegistrationReturn(\n      $number: ID!\n      $defects: [CaseDefectInput!]!\n      $expectedVersion: Int!\n      $idempotencyKey: ID!\n    ) {\n      step: returnRegistration(\n        number: $number\n        defects: $defects\n        expectedVersion: $expectedVersion\n        idempotencyKey: $idempotencyKey\n      ) {\n        ...DeskRegistrationStep\n      }\n    }\n  ': typeof types.DeskRegistrationReturnDocument;
  '\n    mutation DeskRegistrationDecline(\n      $number: ID!\n      $reason: String!\n      $expectedVersion: Int!\n      $idempotencyKey: ID!\n    ) {\n      step: declineRegistration(\n        number: $number\n        reason: $reason\n        expectedVersion: $expectedVersion\n        idempotencyKey: $idempotencyKey\n      ) {\n        ...DeskRegistrationStep\n      }\n    }\n  ': typeof types.DeskRegistrationDeclineDocument;
  '\n    mutation DeskRegistrationReview($number: ID!, $expectedVersion: Int!, $idempotencyKey: ID!) {\n      step: startRegistrationReview(\n        number: $number\n        expectedVersion: $expectedVersion\n        idempotencyKey: $idempotencyKey\n      ) {\n        ...DeskRegistrationStep\n      }\n    }\n  ': typeof types.DeskRegistrationReviewDocument;
  '\n    mutation DeskRegistrationSuspend(\n      $number: ID!\n      $reason: String!\n      $expectedVersion: Int!\n      $idempotencyKey: ID!\n    ) {\n      step: suspendRegistration(\n        number: $number\n        reason: $reason\n        expectedVersion: $expectedVersion\n        idempotencyKey: $idempotencyKey\n      ) {\n        ...DeskRegistrationStep\n      }\n    }\n  ': typeof types.DeskRegistrationSuspendDocument;
  '\n    mutation DeskRegistrationResume($number: ID!, $expectedVersion: Int!, $idempotencyKey: ID!) {\n      step: resumeRegistration(\n        number: $number\n        expectedVersion: $expectedVersion\n        idempotencyKey: $idempotencyKey\n      ) {\n        ...DeskRegistrationStep\n      }\n    }\n  ': typeof types.DeskRegistrationResumeDocument;
  '\n    mutation DeskRegistrationExtend(\n      $number: ID!\n      $days: Int!\n      $reason: String!\n      $expectedVersion: Int!\n      $idempotencyKey: ID!\n    ) {\n      step: extendRegistration(\n        number: $number\n        days: $days\n        reason: $reason\n        expectedVersion: $expectedVersion\n        idempotencyKey: $idempotencyKey\n      ) {\n        ...DeskRegistrationStep\n      }\n    }\n  ': typeof types.DeskRegistrationExtendDocument;
  '\n    mutation DeskRegistrationDecide(\n      $number: ID!\n      $decision: CaseDecision!\n      $reason: String\n      $expectedVersion: Int!\n      $idempotencyKey: ID!\n    ) {\n      step: decideRegistration(\n        number: $number\n        decision: $decision\n        reason: $reason\n        expectedVersion: $expectedVersion\n        idempotencyKey: $idempotencyKey\n      ) {\n        ...DeskRegistrationStep\n      }\n    }\n  ': typeof types.DeskRegistrationDecideDocument;
  '\n    mutation DeskRegistrationDeliver($number: ID!, $expectedVersion: Int!, $idempotencyKey: ID!) {\n      step: deliverRegistration(\n        number: $number\n        expectedVersion: $expectedVersion\n        idempotencyKey: $idempotencyKey\n      ) {\n        ...DeskRegistrationStep\n      }\n    }\n  ': typeof types.DeskRegistrationDeliverDocument;
  '\n  query DeskRegistrationInbox($filter: RegistrationInboxFilter, $first: Int!, $after: String) {\n    inbox: registrationInbox(filter: $filter, first: $first, after: $after) {\n      totalCount\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      edges {\n        node {\n          number\n          state\n          receivedOn\n          actBy\n          isOverdue\n          name\n          region {\n            code\n            fullName\n          }\n        }\n      }\n    }\n  }\n': typeof types.DeskRegistrationInboxDocument;
  '\n  query DeskRegistrationCase($number: ID!) {\n    registrationCase(number: $number) {\n      number\n      state\n      version\n      decision\n      receivedOn\n      dueOn\n      actBy\n      isOverdue\n      decidedOn\n      name\n      person\n      type {\n        code\n        name\n      }\n      industry {\n        code\n        name\n      }\n      capitalCny\n      businessScope\n      address\n      defects {\n        about\n        problem\n      }\n      enterprise {\n        uscc\n        name\n      }\n      times {\n        officialHours\n        applicantHours\n        suspendedHours\n      }\n      timeline {\n        on\n        at\n        step\n        side\n        note\n      }\n      region {\n        code\n        fullName\n      }\n    }\n  }\n': typeof types.DeskRegistrationCaseDocument;
  '\n  fragment DeskLandStep on LandCasePayload {\n    case {\n      version\n    }\n    userErrors {\n      code\n      message\n      field\n    }\n  }\n': typeof types.DeskLandStepFragmentDoc;
  '\n    mutation DeskLandAccept($number: ID!, $expectedVersion: Int!, $idempotencyKey: ID!) {\n      step: acceptLandCase(\n        number: $number\n        expectedVersion: $expectedVersion\n        idempotencyKey: $idempotencyKey\n      ) {\n        ...DeskLandStep\n      }\n    }\n  ': typeof types.DeskLandAcceptDocument;
  '\n    mutation DeskLandReturn(\n      $number: ID!\n      $defects: [CaseDefectInput!]!\n      $expectedVersion: Int!\n      $idempotencyKey: ID!\n    ) {\n      step: returnLandCase(\n        number: $number\n        defects: $defects\n        expectedVersion: $expectedVersion\n        idempotencyKey: $idempotencyKey\n      ) {\n        ...DeskLandStep\n      }\n    }\n  ': typeof types.DeskLandReturnDocument;
  '\n    mutation DeskLandDecline($number: ID!, $reason: String!, $expectedVersion: Int!, $idempotencyKey: ID!) {\n      step: declineLandCase(\n        number: $number\n        reason: $reason\n        expectedVersion: $expectedVersion\n        idempotencyKey: $idempotencyKey\n      ) {\n        ...DeskLandStep\n      }\n    }\n  ': typeof types.DeskLandDeclineDocument;
  '\n    mutation DeskLandReview($number: ID!, $expectedVersion: Int!, $idempotencyKey: ID!) {\n      step: startLandCaseReview(\n        number: $number\n        expectedVersion: $expectedVersion\n        idempotencyKey: $idempotencyKey\n      ) {\n        ...DeskLandStep\n      }\n    }\n  ': typeof types.DeskLandReviewDocument;
  '\n    mutation DeskLandSuspend($number: ID!, $reason: String!, $expectedVersion: Int!, $idempotencyKey: ID!) {\n      step: suspendLandCase(\n        number: $number\n        reason: $reason\n        expectedVersion: $expectedVersion\n        idempotencyKey: $idempotencyKey\n      ) {\n        ...DeskLandStep\n      }\n    }\n  ': typeof types.DeskLandSuspendDocument;
  '\n    mutation DeskLandResume($number: ID!, $expectedVersion: Int!, $idempotencyKey: ID!) {\n      step: resumeLandCase(\n        number: $number\n        expectedVersion: $expectedVersion\n        idempotencyKey: $idempotencyKey\n      ) {\n        ...DeskLandStep\n      }\n    }\n  ': typeof types.DeskLandResumeDocument;
  '\n    mutation DeskLandExtend(\n      $number: ID!\n      $days: Int!\n      $reason: String!\n      $expectedVersion: Int!\n      $idempotencyKey: ID!\n    ) {\n      step: extendLandCase(\n        number: $number\n        days: $days\n        reason: $reason\n        expectedVersion: $expectedVersion\n        idempotencyKey: $idempotencyKey\n      ) {\n        ...DeskLandStep\n      }\n    }\n  ': typeof types.DeskLandExtendDocument;
  '\n    mutation DeskLandDecide(\n      $number: ID!\n      $decision: CaseDecision!\n      $reason: String\n      $expectedVersion: Int!\n      $idempotencyKey: ID!\n    ) {\n      step: decideLandCase(\n        number: $number\n        decision: $decision\n        reason: $reason\n        expectedVersion: $expectedVersion\n        idempotencyKey: $idempotencyKey\n      ) {\n        ...DeskLandStep\n      }\n    }\n  ': typeof types.DeskLandDecideDocument;
  '\n    mutation DeskLandDeliver($number: ID!, $expectedVersion: Int!, $idempotencyKey: ID!) {\n      step: deliverLandCase(\n        number: $number\n        expectedVersion: $expectedVersion\n        idempotencyKey: $idempotencyKey\n      ) {\n        ...DeskLandStep\n      }\n    }\n  ': typeof types.DeskLandDeliverDocument;
  '\n  query DeskLandInbox($filter: LandCaseInboxFilter, $first: Int!, $after: String) {\n    inbox: landCaseInbox(filter: $filter, first: $first, after: $after) {\n      totalCount\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      edges {\n        node {\n          number\n          state\n          receivedOn\n          actBy\n          isOverdue\n          kind\n          applicant {\n            uscc\n            name\n          }\n          region {\n            code\n            fullName\n          }\n        }\n      }\n    }\n  }\n': typeof types.DeskLandInboxDocument;
  '\n  query DeskLandCase($number: ID!) {\n    landCase(number: $number) {\n      number\n      state\n      version\n      decision\n      receivedOn\n      dueOn\n      statutoryDueOn\n      actBy\n      isOverdue\n      decidedOn\n      extensionDays\n      kind\n      registration {\n        unit {\n          code\n        }\n        holderName\n        holderBefore\n        priceCny\n        deedTax\n      }\n      planning {\n        projectName\n        location\n        areaM2\n        landUse {\n          code\n          name\n        }\n        parcel {\n          code\n        }\n        permit\n      }\n      certificate {\n        identifier\n      }\n      times {\n        officialHours\n        applicantHours\n        suspendedHours\n      }\n      timeline {\n        on\n        at\n        step\n        side\n        note\n        defects {\n          about\n          problem\n        }\n      }\n      applicant {\n        uscc\n        name\n      }\n      region {\n        code\n        fullName\n      }\n    }\n  }\n': typeof types.DeskLandCaseDocument;
  '\n  fragment DeskPermitsStep on CasePayload {\n    case {\n      version\n    }\n    userErrors {\n      code\n      message\n      field\n    }\n  }\n': typeof types.DeskPermitsStepFragmentDoc;
  '\n    mutation DeskPermitsAccept(\n      $number: ID!\n      $followUp: CaseFollowUpInput\n      $commitment: CaseCommitmentInput\n      $expectedVersion: Int!\n      $idempotencyKey: ID!\n    ) {\n      step: acceptCase(\n        number: $number\n        followUp: $followUp\n        commitment: $commitment\n        expectedVersion: $expectedVersion\n        idempotencyKey: $idempotencyKey\n      ) {\n        ...DeskPermitsStep\n      }\n    }\n  ': typeof types.DeskPermitsAcceptDocument;
  '\n    mutation DeskPermitsReturn(\n      $number: ID!\n      $defects: [CaseDefectInput!]!\n      $expectedVersion: Int!\n      $idempotencyKey: ID!\n    ) {\n      step: returnCase(\n        number: $number\n        defects: $defects\n        expectedVersion: $expectedVersion\n        idempotencyKey: $idempotencyKey\n      ) {\n        ...DeskPermitsStep\n      }\n    }\n  ': typeof types.DeskPermitsReturnDocument;
  '\n    mutation DeskPermitsDecline(\n      $number: ID!\n      $reason: String!\n      $expectedVersion: Int!\n      $idempotencyKey: ID!\n    ) {\n      step: declineCase(\n        number: $number\n        reason: $reason\n        expectedVersion: $expectedVersion\n        idempotencyKey: $idempotencyKey\n      ) {\n        ...DeskPermitsStep\n      }\n    }\n  ': typeof types.DeskPermitsDeclineDocument;
  '\n    mutation DeskPermitsReview($number: ID!, $expectedVersion: Int!, $idempotencyKey: ID!) {\n      step: startCaseReview(\n        number: $number\n        expectedVersion: $expectedVersion\n        idempotencyKey: $idempotencyKey\n      ) {\n        ...DeskPermitsStep\n      }\n    }\n  ': typeof types.DeskPermitsReviewDocument;
  '\n    mutation DeskPermitsSuspend(\n      $number: ID!\n      $reason: String!\n      $expectedVersion: Int!\n      $idempotencyKey: ID!\n    ) {\n      step: suspendCase(\n        number: $number\n        reason: $reason\n        expectedVersion: $expectedVersion\n        idempotencyKey: $idempotencyKey\n      ) {\n        ...DeskPermitsStep\n      }\n    }\n  ': typeof types.DeskPermitsSuspendDocument;
  '\n    mutation DeskPermitsResume($number: ID!, $expectedVersion: Int!, $idempotencyKey: ID!) {\n      step: resumeCase(number: $number, expectedVersion: $expectedVersion, idempotencyKey: $idempotencyKey) {\n        ...DeskPermitsStep\n      }\n    }\n  ': typeof types.DeskPermitsResumeDocument;
  '\n    mutation DeskPermitsExtend(\n      $number: ID!\n      $days: Int!\n      $reason: String!\n      $expectedVersion: Int!\n      $idempotencyKey: ID!\n    ) {\n      step: extendCase(\n        number: $number\n        days: $days\n        reason: $reason\n        expectedVersion: $expectedVersion\n        idempotencyKey: $idempotencyKey\n      ) {\n        ...DeskPermitsStep\n      }\n    }\n  ': typeof types.DeskPermitsExtendDocument;
  '\n    mutation DeskPermitsDecide(\n      $number: ID!\n      $decision: CaseDecision!\n      $reason: String\n      $permit: GrantedPermitInput\n      $expectedVersion: Int!\n      $idempotencyKey: ID!\n    ) {\n      step: decideCase(\n        number: $number\n        decision: $decision\n        reason: $reason\n        permit: $permit\n        expectedVersion: $expectedVersion\n        idempotencyKey: $idempotencyKey\n      ) {\n        ...DeskPermitsStep\n      }\n    }\n  ': typeof types.DeskPermitsDecideDocument;
  '\n    mutation DeskPermitsDeliver($number: ID!, $expectedVersion: Int!, $idempotencyKey: ID!) {\n      step: deliverCase(number: $number, expectedVersion: $expectedVersion, idempotencyKey: $idempotencyKey) {\n        ...DeskPermitsStep\n      }\n    }\n  ': typeof types.DeskPermitsDeliverDocument;
  '\n  query DeskPermitsInbox($filter: CaseInboxFilter, $first: Int!, $after: String) {\n    inbox: caseInbox(filter: $filter, first: $first, after: $after) {\n      totalCount\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      edges {\n        node {\n          number\n          state\n          receivedOn\n          actBy\n          isOverdue\n          serviceItem {\n            code\n            name\n          }\n          applicant {\n            uscc\n            name\n          }\n          region {\n            code\n            fullName\n          }\n        }\n      }\n    }\n  }\n': typeof types.DeskPermitsInboxDocument;
  '\n  query DeskPermitsCase($number: ID!) {\n    case(number: $number) {\n      number\n      state\n      version\n      decision\n      receivedOn\n      dueOn\n      statutoryDueOn\n      actBy\n      isOverdue\n      decidedOn\n      extensionDays\n      form\n      formSchema\n      prefill {\n        field\n        state\n        department\n        coordinate\n        readAt\n        verdict\n      }\n      materials {\n        id\n        material\n        name\n        bytes\n        mediaType\n        at\n        path\n      }\n      followUp {\n        materials\n        by\n      }\n      times {\n        officialHours\n        applicantHours\n        suspendedHours\n      }\n      timeline {\n        on\n        at\n        step\n        side\n        note\n        defects {\n          about\n          problem\n        }\n      }\n      serviceItem {\n        code\n        name\n        guide {\n          materials {\n            name\n            need\n          }\n        }\n      }\n      applicant {\n        uscc\n        name\n      }\n      region {\n        code\n        fullName\n      }\n      permit {\n        number\n        name\n      }\n    }\n  }\n': typeof types.DeskPermitsCaseDocument;
  '\n  query DeskRegions {\n    regions(filter: { parent: "32" }, first: 20) {\n      edges {\n        node {\n          code\n          name\n        }\n      }\n    }\n  }\n': typeof types.DeskRegionsDocument;
  '\n  subscription DeskNews {\n    inbox {\n      id\n      case {\n        number\n      }\n    }\n  }\n': typeof types.DeskNewsDocument;
  '\n  query DevelopersVersion {\n    dataResources(first: 1) {\n      edges {\n        node {\n          version\n        }\n      }\n    }\n    departments {\n      name\n    }\n  }\n': typeof types.DevelopersVersionDocument;
  '\n  query DevelopersCatalogue($after: String) {\n    dataResources(first: 100, after: $after) {\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      edges {\n        node {\n          coordinate\n          summary\n          sharing\n          basis\n          cycle\n          department {\n            name\n          }\n          fields {\n            coordinate\n            type\n            summary\n            sharing\n            basis\n            cycle\n          }\n        }\n      }\n    }\n  }\n': typeof types.DevelopersCatalogueDocument;
  '\n  query DevelopersChanges($after: String) {\n    supergraphVersions(first: 20, after: $after) {\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      edges {\n        node {\n          version\n          createdAt\n          reason\n          note\n          changes {\n            kind\n            severity\n            coordinate\n            message\n          }\n        }\n      }\n    }\n  }\n': typeof types.DevelopersChangesDocument;
  '\n  query Enterprise($uscc: USCC!) {\n    enterprise(uscc: $uscc) {\n      uscc\n      name\n      status\n      type {\n        name\n      }\n      industry {\n        code\n        name\n      }\n      region {\n        code\n        fullName\n      }\n      registeredCapital {\n        amount\n        currency\n        text\n      }\n      registeredOn\n      businessScope\n      formerNames {\n        name\n        until\n      }\n      parent {\n        uscc\n        name\n      }\n      changes(first: 20) {\n        totalCount\n        edges {\n          node {\n            changedOn\n            item\n            before\n            after\n          }\n        }\n      }\n      source\n      ... @defer(label: "permits") {\n        permits(first: 20) {\n          totalCount\n          edges {\n            node {\n              number\n              name\n              status\n              validFrom\n              validUntil\n              issuingAuthority\n              certificate {\n                path\n                state\n              }\n            }\n          }\n        }\n      }\n      ... @defer(label: "tax") {\n        taxpayer {\n          id\n          authority\n          aListYears\n        }\n      }\n      ... @defer(label: "land") {\n        landSupplies(first: 10) {\n          totalCount\n          edges {\n            node {\n              id\n              projectName\n              location\n              areaM2\n              way\n              wayText\n              signedOn\n            }\n          }\n        }\n      }\n    }\n  }\n': typeof types.EnterpriseDocument;
  '\n  query EnterpriseConditional($uscc: USCC!) {\n    enterprise(uscc: $uscc) {\n      uscc\n      taxpayer {\n        id\n        creditGrades {\n          year\n          grade\n        }\n      }\n      parcels(first: 20) {\n        totalCount\n        edges {\n          node {\n            code\n            location\n            areaM2\n            geometry {\n              coordinates\n            }\n          }\n        }\n      }\n      cases(first: 10) {\n        totalCount\n        edges {\n          node {\n            number\n            state\n            receivedOn\n            serviceItem {\n              name\n            }\n          }\n        }\n      }\n      accesses(first: 20) {\n        totalCount\n        edges {\n          node {\n            at\n            client\n            department\n            basis\n            fields\n            outcome\n          }\n        }\n      }\n    }\n  }\n': typeof types.EnterpriseConditionalDocument;
  '\n  query Home($region: RegionCode!, $province: RegionCode!, $isShort: Boolean!) {\n    region(code: $region) {\n      code\n      name\n      fullName\n    }\n    province: region(code: $province) @skip(if: $isShort) {\n      code\n      name\n      children(first: 100) {\n        edges {\n          node {\n            code\n            name\n          }\n        }\n      }\n    }\n    matters {\n      code\n      name\n      nameEn\n      promisedDays\n      steps {\n        department\n      }\n    }\n    serviceItems(filter: { region: $region, noVisit: true }, first: 8) {\n      totalCount\n      edges {\n        node {\n          code\n          name\n          guide {\n            promisedDays\n          }\n        }\n      }\n    }\n  }\n': typeof types.HomeDocument;
};
const documents: Documents = {
  '\n  query ApplyItem($item: ID!) {\n    serviceItem(code: $item) {\n      code\n      basicCode\n      name\n      form\n      department {\n        name\n      }\n      region {\n        code\n        name\n        fullName\n      }\n    }\n    myMandates(first: 100) {\n      edges {\n        node {\n          id\n          kind\n          state\n          items\n          enterprise {\n            uscc\n            name\n            status\n          }\n        }\n      }\n    }\n  }\n':
    types.ApplyItemDocument,
  '\n  mutation StartCase($input: CaseInput!, $key: ID!) {\n    startCase(input: $input, idempotencyKey: $key) {\n      ...CaseCommand\n    }\n  }\n':
    types.StartCaseDocument,
  '\n  query Case($number: ID!) {\n    case(number: $number) {\n      number\n      state\n      version\n      decision\n      receivedOn\n      dueOn\n      isOverdue\n      actBy\n      suspendedOn\n      extensionDays\n      decidedOn\n      rating\n      voidedOn\n      form\n      formSchema\n      source\n      applicant {\n        uscc\n        name\n      }\n      region {\n        code\n        fullName\n      }\n      serviceItem {\n        code\n        name\n        department {\n          name\n        }\n      }\n      followUp {\n        materials\n        by\n      }\n      materials {\n        id\n        material\n        name\n        bytes\n        path\n      }\n      timeline {\n        on\n        at\n        step\n        side\n        note\n        defects {\n          about\n          problem\n        }\n      }\n      times {\n        applicantHours\n        officialHours\n        suspendedHours\n        machineHours\n      }\n      permit {\n        number\n        name\n        issuingAuthority\n        validFrom\n        validUntil\n        status\n        certificate {\n          identifier\n          state\n          path\n          credentialPath\n        }\n      }\n    }\n  }\n':
    types.CaseDocument,
  '\n  mutation WithdrawCase($number: ID!, $reason: String, $version: Int!, $key: ID!) {\n    withdrawCase(number: $number, reason: $reason, expectedVersion: $version, idempotencyKey: $key) {\n      ...CaseCommand\n    }\n  }\n':
    types.WithdrawCaseDocument,
  '\n  mutation RateCase($number: ID!, $stars: Int!, $comment: String, $version: Int!, $key: ID!) {\n    rateCase(\n      number: $number\n      stars: $stars\n      comment: $comment\n      expectedVersion: $version\n      idempotencyKey: $key\n    ) {\n      ...CaseCommand\n    }\n  }\n':
    types.RateCaseDocument,
  '\n  subscription CaseChanged($number: ID!) {\n    caseChanged(number: $number) {\n      number\n      version\n    }\n  }\n':
    types.CaseChangedDocument,
  '\n  fragment CaseCommand on CasePayload {\n    case {\n      number\n      version\n    }\n    userErrors {\n      code\n      message\n      field\n    }\n  }\n':
    types.CaseCommandFragmentDoc,
  '\n  query CaseForm($number: ID!) {\n    case(number: $number) {\n      number\n      state\n      version\n      form\n      formSchema\n      applicant {\n        uscc\n        name\n      }\n      serviceItem {\n        code\n        name\n      }\n      prefill {\n        field\n        state\n        value\n        department\n        coordinate\n        sharing\n        readAt\n        reason\n        verdict\n        correction\n      }\n      materials {\n        id\n        material\n        name\n        bytes\n        mediaType\n        at\n        path\n      }\n      followUp {\n        materials\n        by\n      }\n      timeline {\n        step\n        defects {\n          about\n          problem\n        }\n      }\n    }\n  }\n':
    types.CaseFormDocument,
  '\n  query CaseAnswers($number: ID!) {\n    case(number: $number) {\n      version\n      form\n      formSchema\n    }\n  }\n':
    types.CaseAnswersDocument,
  '\n  query CaseRequirements($item: ID!, $answers: JSON!) {\n    serviceItem(code: $item) {\n      code\n      guide {\n        materials {\n          code\n          name\n          nameEn\n          need\n          heldBy {\n            department\n            resource\n          }\n        }\n      }\n      requirements(answers: $answers) {\n        rule\n        ruleEn\n        materials {\n          code\n          name\n          nameEn\n          originals\n          copies\n          need\n          heldBy {\n            department\n            resource\n          }\n        }\n        userErrors {\n          code\n          message\n          field\n        }\n      }\n    }\n  }\n':
    types.CaseRequirementsDocument,
  '\n  mutation SaveCase($number: ID!, $form: JSON!, $version: Int!, $key: ID!) {\n    saveCase(number: $number, form: $form, expectedVersion: $version, idempotencyKey: $key) {\n      ...CaseCommand\n    }\n  }\n':
    types.SaveCaseDocument,
  '\n  mutation PrefillCase($number: ID!, $version: Int!, $key: ID!) {\n    prefillCase(number: $number, expectedVersion: $version, idempotencyKey: $key) {\n      ...CaseCommand\n    }\n  }\n':
    types.PrefillCaseDocument,
  '\n  mutation AnswerPrefill(\n    $number: ID!\n    $field: String!\n    $isRight: Boolean!\n    $problem: String\n    $proposal: String\n    $version: Int!\n    $key: ID!\n  ) {\n    answerPrefill(\n      number: $number\n      field: $field\n      isRight: $isRight\n      problem: $problem\n      proposal: $proposal\n      expectedVersion: $version\n      idempotencyKey: $key\n    ) {\n      ...CaseCommand\n    }\n  }\n':
    types.AnswerPrefillDocument,
  '\n  mutation BeginUpload($number: ID!, $name: String!, $bytes: Int!, $key: ID!) {\n    uploadCaseMaterial(number: $number, name: $name, bytes: $bytes, idempotencyKey: $key) {\n      upload {\n        id\n        path\n        expiresAt\n      }\n      userErrors {\n        code\n        message\n        field\n      }\n    }\n  }\n':
    types.BeginUploadDocument,
  '\n  mutation AttachMaterial($number: ID!, $upload: ID!, $material: String!, $version: Int!, $key: ID!) {\n    attachCaseMaterial(\n      number: $number\n      upload: $upload\n      material: $material\n      expectedVersion: $version\n      idempotencyKey: $key\n    ) {\n      ...CaseCommand\n    }\n  }\n':
    types.AttachMaterialDocument,
  '\n  mutation RemoveMaterial($number: ID!, $upload: ID!, $version: Int!, $key: ID!) {\n    removeCaseMaterial(number: $number, upload: $upload, expectedVersion: $version, idempotencyKey: $key) {\n      ...CaseCommand\n    }\n  }\n':
    types.RemoveMaterialDocument,
  '\n  mutation SubmitCase($number: ID!, $version: Int!, $key: ID!) {\n    submitCase(number: $number, expectedVersion: $version, idempotencyKey: $key) {\n      ...CaseCommand\n    }\n  }\n':
    types.SubmitCaseDocument,
  '\n  mutation SupplyCase($number: ID!, $materials: [String!]!, $version: Int!, $key: ID!) {\n    supplyCaseMaterials(\n      number: $number\n      materials: $materials\n      expectedVersion: $version\n      idempotencyKey: $key\n    ) {\n      ...CaseCommand\n    }\n  }\n':
    types.SupplyCaseDocument,
  '\n  query Mandates {\n    myMandates(first: 100) {\n      totalCount\n      edges {\n        node {\n          id\n          kind\n          state\n          items\n          from\n          until\n          reason\n          person\n          version\n          enterprise {\n            uscc\n            name\n            status\n          }\n        }\n      }\n    }\n  }\n':
    types.MandatesDocument,
  '\n  query Agents($uscc: USCC!) {\n    enterprise(uscc: $uscc) {\n      uscc\n      name\n      mandates(first: 50) {\n        edges {\n          node {\n            id\n            kind\n            state\n            items\n            from\n            until\n            reason\n            person\n            version\n          }\n        }\n      }\n    }\n  }\n':
    types.AgentsDocument,
  '\n  query ItemName($code: ID!) {\n    catalogueItem(basicCode: $code) {\n      basicCode\n      name\n    }\n  }\n':
    types.ItemNameDocument,
  '\n  mutation GiveMandate($input: MandateInput!, $key: ID!) {\n    giveMandate(input: $input, idempotencyKey: $key) {\n      mandate {\n        id\n      }\n      userErrors {\n        code\n        message\n        field\n      }\n    }\n  }\n':
    types.GiveMandateDocument,
  '\n  mutation RevokeMandate($id: ID!, $version: Int, $reason: String!, $key: ID!) {\n    revokeMandate(id: $id, expectedVersion: $version, reason: $reason, idempotencyKey: $key) {\n      mandate {\n        id\n      }\n      userErrors {\n        code\n        message\n        field\n      }\n    }\n  }\n':
    types.RevokeMandateDocument,
  '\n  query FindItems($text: String!) {\n    catalogueItems(filter: { name: $text }, first: 20) {\n      totalCount\n      edges {\n        node {\n          basicCode\n          name\n        }\n      }\n    }\n  }\n':
    types.FindItemsDocument,
  '\n  fragment MatterCommand on MatterCasePayload {\n    matterCase {\n      number\n      version\n    }\n    userErrors {\n      code\n      message\n      field\n    }\n  }\n':
    types.MatterCommandFragmentDoc,
  '\n  query ApplyMatter($code: ID!) {\n    matter(code: $code) {\n      code\n      name\n      nameEn\n      promisedDays\n      basis\n      steps {\n        name\n        title\n        titleEn\n        department\n        kind\n        needs\n        when\n        isOptional\n      }\n    }\n    region(code: "32") {\n      code\n      children(first: 20) {\n        edges {\n          node {\n            code\n            name\n          }\n        }\n      }\n    }\n    myMandates(first: 100) {\n      edges {\n        node {\n          id\n          kind\n          state\n          items\n          enterprise {\n            uscc\n            name\n            status\n          }\n        }\n      }\n    }\n  }\n':
    types.ApplyMatterDocument,
  '\n  mutation StartMatter($input: MatterCaseInput!, $key: ID!) {\n    startMatterCase(input: $input, idempotencyKey: $key) {\n      ...MatterCommand\n    }\n  }\n':
    types.StartMatterDocument,
  '\n  query ApplicationForm($number: ID!) {\n    matterCase(number: $number) {\n      number\n      state\n      version\n      form\n      formSchema\n      matter {\n        code\n        name\n        nameEn\n      }\n      applicant {\n        uscc\n        name\n      }\n      region {\n        code\n        fullName\n      }\n      steps {\n        name\n        title\n        titleEn\n        department\n        state\n        problems {\n          code\n          message\n          about\n        }\n      }\n    }\n  }\n':
    types.ApplicationFormDocument,
  '\n  mutation SaveMatter($number: ID!, $form: JSON!, $version: Int!, $key: ID!) {\n    saveMatterCase(number: $number, form: $form, expectedVersion: $version, idempotencyKey: $key) {\n      ...MatterCommand\n    }\n  }\n':
    types.SaveMatterDocument,
  '\n  mutation SubmitMatter($number: ID!, $version: Int!, $key: ID!) {\n    submitMatterCase(number: $number, expectedVersion: $version, idempotencyKey: $key) {\n      ...MatterCommand\n    }\n  }\n':
    types.SubmitMatterDocument,
  '\n  mutation CompleteMatter($number: ID!, $form: JSON!, $version: Int!, $key: ID!) {\n    completeMatterCase(number: $number, form: $form, expectedVersion: $version, idempotencyKey: $key) {\n      ...MatterCommand\n    }\n  }\n':
    types.CompleteMatterDocument,
  '\n  mutation WithdrawMatter($number: ID!, $reason: String, $version: Int!, $key: ID!) {\n    withdrawMatterCase(number: $number, reason: $reason, expectedVersion: $version, idempotencyKey: $key) {\n      ...MatterCommand\n    }\n  }\n':
    types.WithdrawMatterDocument,
  '\n  query Application($number: ID!) {\n    matterCase(number: $number) {\n      number\n      state\n      version\n      form\n      formSchema\n      startedAt\n      submittedAt\n      endedAt\n      dueOn\n      isOverdue\n      reason\n      matter {\n        code\n        name\n        nameEn\n        promisedDays\n        steps {\n          name\n          needs\n        }\n      }\n      applicant {\n        uscc\n        name\n      }\n      region {\n        code\n        fullName\n      }\n      steps {\n        name\n        title\n        titleEn\n        department\n        kind\n        state\n        departmentCase\n        result\n        problems {\n          code\n          message\n          about\n        }\n      }\n      times {\n        officialHours\n        applicantHours\n        machineHours\n      }\n      timeline {\n        at\n        step\n        from\n        to\n        side\n        problems {\n          message\n          about\n        }\n      }\n    }\n  }\n':
    types.ApplicationDocument,
  '\n  query StepResult($number: ID!) {\n    case(number: $number) {\n      number\n      permit {\n        number\n        name\n        issuingAuthority\n        validFrom\n        validUntil\n        status\n        certificate {\n          identifier\n          state\n          path\n          credentialPath\n        }\n      }\n    }\n  }\n':
    types.StepResultDocument,
  '\n  subscription ApplicationChanged($number: ID!) {\n    matterCaseChanged(number: $number) {\n      number\n      version\n    }\n  }\n':
    types.ApplicationChangedDocument,
  '\n  query Licence($uscc: USCC!) {\n    enterprise(uscc: $uscc) {\n      uscc\n      name\n      licence {\n        identifier\n        state\n        path\n        credentialPath\n      }\n    }\n  }\n':
    types.LicenceDocument,
  '\n  query LandResult($number: ID!) {\n    landCase(number: $number) {\n      number\n      certificate {\n        identifier\n        state\n        path\n        credentialPath\n      }\n    }\n  }\n':
    types.LandResultDocument,
  '\n  query My($after: String) {\n    myCases(first: 20, after: $after) {\n      totalCount\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      edges {\n        node {\n          number\n          state\n          version\n          decision\n          receivedOn\n          dueOn\n          actBy\n          rating\n          source\n          followUp {\n            materials\n            by\n          }\n          applicant {\n            uscc\n            name\n          }\n          serviceItem {\n            code\n            name\n          }\n        }\n      }\n    }\n    myMatterCases(first: 20) {\n      totalCount\n      edges {\n        node {\n          number\n          state\n          startedAt\n          dueOn\n          matter {\n            code\n            name\n            nameEn\n          }\n          applicant {\n            uscc\n            name\n          }\n          steps {\n            name\n            title\n            titleEn\n            state\n          }\n        }\n      }\n    }\n    myOffers(filter: { states: [OFFERED] }, first: 20) {\n      totalCount\n      edges {\n        node {\n          id\n          version\n          validUntil\n          reason\n          reasonEn\n          enterprise {\n            uscc\n            name\n          }\n          serviceItem {\n            code\n            name\n          }\n        }\n      }\n    }\n    myMandates(first: 100) {\n      totalCount\n      edges {\n        node {\n          id\n          kind\n          state\n          until\n          enterprise {\n            uscc\n            name\n          }\n        }\n      }\n    }\n  }\n':
    types.MyDocument,
  '\n  mutation AcceptOffer($id: ID!, $version: Int!, $key: ID!) {\n    acceptOffer(id: $id, expectedVersion: $version, idempotencyKey: $key) {\n      case {\n        number\n      }\n      userErrors {\n        code\n        message\n        field\n      }\n    }\n  }\n':
    types.AcceptOfferDocument,
  '\n  mutation DeclineOffer($id: ID!, $version: Int!, $key: ID!) {\n    declineOffer(id: $id, expectedVersion: $version, idempotencyKey: $key) {\n      offer {\n        id\n        state\n      }\n      userErrors {\n        code\n        message\n        field\n      }\n    }\n  }\n':
    types.DeclineOfferDocument,
  '\n  query Verify($content: String!, $holder: USCC) {\n    verifyCertificate(content: $content, holder: $holder) {\n      verdict\n      message\n      messageZh\n      checkedAt\n      department\n      state\n      isDocument\n      certificate {\n        identifier\n        title\n        titleEn\n        number\n        holderName\n        holderUscc\n        authority\n        validFrom\n        validUntil\n        issuedAt\n        details {\n          label\n          labelEn\n          value\n        }\n      }\n    }\n  }\n':
    types.VerifyDocument,
  '\n  fragment GuideParts on ServiceGuide {\n    basis\n    conditions\n    statutoryDays\n    promisedDays\n    visits\n    feeCny\n    onlineDepth\n    levels\n    materials {\n      code\n      name\n      nameEn\n      originals\n      copies\n      fromSharedData\n      need\n      heldBy {\n        department\n      }\n    }\n    steps {\n      code\n      name\n      nameEn\n    }\n  }\n':
    types.GuidePartsFragmentDoc,
  '\n  query Item($code: ID!) {\n    serviceItem(code: $code) {\n      code\n      basicCode\n      name\n      mainItem\n      type\n      noVisit\n      source\n      department {\n        code\n        name\n      }\n      region {\n        code\n        fullName\n      }\n      catalogueItem {\n        basis\n        levels\n      }\n      form\n      version {\n        version\n        publishedAt\n        rules\n        guide {\n          ...GuideParts\n        }\n      }\n      guide {\n        ...GuideParts\n      }\n    }\n  }\n':
    types.ItemDocument,
  '\n  query ItemMore(\n    $code: ID!\n    $basicCode: String\n    $answers: JSON!\n    $version: Int!\n    $isCompared: Boolean!\n    $isAnswered: Boolean!\n    $isEarlier: Boolean!\n  ) {\n    offers: serviceItems(filter: { basicCode: $basicCode }, first: 100) @include(if: $isCompared) {\n      totalCount\n      edges {\n        node {\n          code\n          region {\n            code\n            name\n            fullName\n          }\n          guide {\n            promisedDays\n            visits\n            feeCny\n            onlineDepth\n          }\n        }\n      }\n    }\n    serviceItem(code: $code) @include(if: $isAnswered) {\n      code\n      requirements(answers: $answers) {\n        rule\n        ruleEn\n        materials {\n          code\n          name\n          nameEn\n          originals\n          copies\n          heldBy {\n            department\n          }\n        }\n        steps {\n          code\n          name\n          nameEn\n        }\n        userErrors {\n          code\n          message\n          field\n        }\n      }\n    }\n    itemVersion(item: $code, version: $version) @include(if: $isEarlier) {\n      version\n      state\n      publishedAt\n      supersededAt\n      guide {\n        ...GuideParts\n      }\n    }\n  }\n':
    types.ItemMoreDocument,
  '\n  query Items($filter: ServiceItemFilter!, $region: RegionCode!, $after: String) {\n    region(code: $region) {\n      code\n      fullName\n      path {\n        code\n        name\n      }\n      children(first: 100) {\n        edges {\n          node {\n            code\n            name\n          }\n        }\n      }\n    }\n    serviceItems(filter: $filter, first: 20, after: $after) {\n      totalCount\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      edges {\n        node {\n          code\n          name\n          type\n          noVisit\n          region {\n            code\n            fullName\n          }\n          department {\n            code\n            name\n          }\n          guide {\n            promisedDays\n            feeCny\n          }\n        }\n      }\n    }\n  }\n':
    types.ItemsDocument,
  '\n  query Matter($code: ID!, $from: Date!, $until: Date!) {\n    matter(code: $code) {\n      code\n      name\n      nameEn\n      version\n      basis\n      promisedDays\n      formSchema\n      steps {\n        name\n        title\n        titleEn\n        department\n        kind\n        needs\n        when\n        isOptional\n      }\n    }\n    matterTimeStatistics(matter: $code, from: $from, until: $until) {\n      completed\n      undone\n      overdue\n      workingDays\n      officialHours\n      applicantHours\n      machineHours\n    }\n  }\n':
    types.MatterDocument,
  '\n  query Matters {\n    matters {\n      code\n      name\n      nameEn\n      promisedDays\n      steps {\n        name\n        title\n        titleEn\n        department\n      }\n    }\n  }\n':
    types.MattersDocument,
  '\n  query Region($code: RegionCode!, $after: String) {\n    region(code: $code) {\n      code\n      name\n      fullName\n      level\n      enterpriseCount\n      path {\n        code\n        name\n      }\n      children(first: 100, after: $after) {\n        totalCount\n        pageInfo {\n          hasNextPage\n          endCursor\n        }\n        edges {\n          node {\n            code\n            name\n            enterpriseCount\n          }\n        }\n      }\n    }\n    serviceItems(filter: { region: $code }, first: 1) {\n      totalCount\n    }\n  }\n':
    types.RegionDocument,
  '\n  query Regions($chosen: RegionCode!, $province: RegionCode!, $name: String, $isSearch: Boolean!) {\n    region(code: $chosen) {\n      code\n      fullName\n    }\n    province: region(code: $province) @skip(if: $isSearch) {\n      code\n      name\n      children(first: 100) {\n        edges {\n          node {\n            code\n            name\n            enterpriseCount\n          }\n        }\n      }\n    }\n    provinces: regions(filter: { level: PROVINCE }, first: 50) @skip(if: $isSearch) {\n      edges {\n        node {\n          code\n          name\n          enterpriseCount\n        }\n      }\n    }\n    found: regions(filter: { name: $name }, first: 50) @include(if: $isSearch) {\n      totalCount\n      edges {\n        node {\n          code\n          fullName\n          enterpriseCount\n        }\n      }\n    }\n  }\n':
    types.RegionsDocument,
  '\n  query Search(\n    $text: String!\n    $region: RegionCode!\n    $first: Int!\n    $after: String\n    $enterprises: Boolean!\n    $items: Boolean!\n    $matters: Boolean!\n    $data: Boolean!\n  ) {\n    region(code: $region) @include(if: $items) {\n      code\n      fullName\n    }\n    enterprises(filter: { name: $text }, first: $first, after: $after) @include(if: $enterprises) {\n      totalCount\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      edges {\n        node {\n          uscc\n          name\n          status\n          region {\n            code\n            fullName\n          }\n        }\n      }\n    }\n    serviceItems(filter: { text: $text, region: $region }, first: $first, after: $after)\n      @include(if: $items) {\n      totalCount\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      edges {\n        node {\n          code\n          name\n          type\n          noVisit\n          department {\n            name\n          }\n          guide {\n            promisedDays\n          }\n        }\n      }\n    }\n    matters @include(if: $matters) {\n      code\n      name\n      nameEn\n      promisedDays\n      steps {\n        name\n        title\n        titleEn\n        department\n      }\n    }\n    dataResources(filter: { text: $text }, first: $first, after: $after) @include(if: $data) {\n      totalCount\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      edges {\n        node {\n          code\n          name\n          coordinate\n          summary\n          sharing\n          department {\n            name\n          }\n        }\n      }\n    }\n  }\n':
    types.SearchDocument,
  '\n  query KnownEnterprise($uscc: USCC!) {\n    enterprise(uscc: $uscc) {\n      uscc\n    }\n  }\n':
    types.KnownEnterpriseDocument,
  '\n  query KnownItem($code: ID!) {\n    serviceItem(code: $code) {\n      code\n    }\n  }\n':
    types.KnownItemDocument,
  '\n  query Suggestions($text: String!, $region: RegionCode!) {\n    serviceItems(filter: { name: $text, region: $region }, first: 20) {\n      edges {\n        node {\n          code\n          name\n        }\n      }\n    }\n    enterprises(filter: { name: $text }, first: 5) {\n      edges {\n        node {\n          uscc\n          name\n        }\n      }\n    }\n    matters {\n      code\n      name\n      nameEn\n    }\n  }\n':
    types.SuggestionsDocument,
  '\n  query DashboardBehindIndex(\n    $region: RegionCode!\n    $month: String!\n    $after: String\n    $channels: Boolean!\n    $coverage: Boolean!\n    $guides: Boolean!\n    $maturity: Boolean!\n  ) {\n    serviceIndices(region: $region, month: $month) {\n      region {\n        code\n        name\n      }\n      channels @include(if: $channels) {\n        ...BehindParts\n      }\n      coverage @include(if: $coverage) {\n        ...BehindParts\n      }\n      guides @include(if: $guides) {\n        ...BehindParts\n      }\n      maturity @include(if: $maturity) {\n        ...BehindParts\n      }\n    }\n  }\n\n  fragment BehindParts on ItemIndex {\n    parts {\n      name\n      entries(counts: false, first: 50, after: $after) {\n        totalCount\n        pageInfo {\n          hasNextPage\n          endCursor\n        }\n        edges {\n          node {\n            region {\n              code\n              fullName\n            }\n            serviceItem {\n              code\n              name\n            }\n            catalogueItem {\n              basicCode\n              name\n            }\n          }\n        }\n      }\n    }\n  }\n':
    types.DashboardBehindIndexDocument,
  '\n  query DashboardIndices($region: RegionCode!, $month: String!, $by: ComparedLevel!) {\n    serviceIndices(region: $region, month: $month) {\n      region {\n        code\n        name\n      }\n      channels {\n        value\n        parts {\n          name\n          value\n          numerator\n          denominator\n        }\n      }\n      coverage {\n        value\n        parts {\n          name\n          value\n          numerator\n          denominator\n        }\n      }\n      guides {\n        value\n        parts {\n          name\n          value\n          numerator\n          denominator\n        }\n      }\n      maturity {\n        value\n        parts {\n          name\n          value\n          numerator\n          denominator\n        }\n      }\n      effect {\n        value\n        parts {\n          name\n          value\n          numerator\n          denominator\n        }\n      }\n      children(by: $by) {\n        isOwnOnly\n        region {\n          code\n          name\n        }\n        channels {\n          value\n        }\n        coverage {\n          value\n        }\n        guides {\n          value\n        }\n        maturity {\n          value\n        }\n        effect {\n          value\n        }\n      }\n    }\n  }\n':
    types.DashboardIndicesDocument,
  '\n  query DashboardMatters($from: Date!, $until: Date!) {\n    matterTimeStatistics(from: $from, until: $until) {\n      month\n      region {\n        code\n        name\n      }\n      matter {\n        code\n        name\n        nameEn\n        promisedDays\n      }\n      completed\n      undone\n      overdue\n      workingDays\n      officialHours\n      applicantHours\n      machineHours\n    }\n  }\n':
    types.DashboardMattersDocument,
  '\n  query DashboardSharing($from: Date!, $until: Date!) {\n    sharingStatistics(from: $from, until: $until) {\n      total {\n        shares {\n          fields\n          unconditional\n          conditional\n          granted\n          unconditionalShare\n          sharedShare\n        }\n        grantsInForce\n        applications {\n          answered\n          inTimeShare\n          medianWorkingDays\n          open\n          overdue\n        }\n      }\n      departments {\n        department {\n          name\n        }\n        figures {\n          shares {\n            fields\n            unconditionalShare\n            sharedShare\n          }\n          applications {\n            answered\n            inTimeShare\n            medianWorkingDays\n            open\n            overdue\n          }\n        }\n      }\n      overTime(every: MONTH) {\n        at\n        shares {\n          unconditionalShare\n          sharedShare\n        }\n      }\n    }\n  }\n':
    types.DashboardSharingDocument,
  '\n  query DashboardRegions {\n    regions(filter: { parent: "32" }, first: 20) {\n      edges {\n        node {\n          code\n          name\n        }\n      }\n    }\n  }\n':
    types.DashboardRegionsDocument,
  '\n  fragment DeskRegistrationStep on RegistrationPayload {\n    case {\n      version\n    }\n    userErrors {\n      code\n      message\n      field\n    }\n  }\n':
    types.DeskRegistrationStepFragmentDoc,
  '\n    mutation DeskRegistrationAccept($number: ID!, $expectedVersion: Int!, $idempotencyKey: ID!) {\n      step: acceptRegistration(\n        number: $number\n        expectedVersion: $expectedVersion\n        idempotencyKey: $idempotencyKey\n      ) {\n        ...DeskRegistrationStep\n      }\n    }\n  ':
    types.DeskRegistrationAcceptDocument,
  '\n    mutation DeskRegistrationReturn(\n      $number: ID!\n      $defects: [CaseDefectInput!]!\n      $expectedVersion: Int!\n      $idempotencyKey: ID!\n    ) {\n      step: returnRegistration(\n        number: $number\n        defects: $defects\n        expectedVersion: $expectedVersion\n        idempotencyKey: $idempotencyKey\n      ) {\n        ...DeskRegistrationStep\n      }\n    }\n  ':
    types.DeskRegistrationReturnDocument,
  '\n    mutation DeskRegistrationDecline(\n      $number: ID!\n      $reason: String!\n      $expectedVersion: Int!\n      $idempotencyKey: ID!\n    ) {\n      step: declineRegistration(\n        number: $number\n        reason: $reason\n        expectedVersion: $expectedVersion\n        idempotencyKey: $idempotencyKey\n      ) {\n        ...DeskRegistrationStep\n      }\n    }\n  ':
    types.DeskRegistrationDeclineDocument,
  '\n    mutation DeskRegistrationReview($number: ID!, $expectedVersion: Int!, $idempotencyKey: ID!) {\n      step: startRegistrationReview(\n        number: $number\n        expectedVersion: $expectedVersion\n        idempotencyKey: $idempotencyKey\n      ) {\n        ...DeskRegistrationStep\n      }\n    }\n  ':
    types.DeskRegistrationReviewDocument,
  '\n    mutation DeskRegistrationSuspend(\n      $number: ID!\n      $reason: String!\n      $expectedVersion: Int!\n      $idempotencyKey: ID!\n    ) {\n      step: suspendRegistration(\n        number: $number\n        reason: $reason\n        expectedVersion: $expectedVersion\n        idempotencyKey: $idempotencyKey\n      ) {\n        ...DeskRegistrationStep\n      }\n    }\n  ':
    types.DeskRegistrationSuspendDocument,
  '\n    mutation DeskRegistrationResume($number: ID!, $expectedVersion: Int!, $idempotencyKey: ID!) {\n      step: resumeRegistration(\n        number: $number\n        expectedVersion: $expectedVersion\n        idempotencyKey: $idempotencyKey\n      ) {\n        ...DeskRegistrationStep\n      }\n    }\n  ':
    types.DeskRegistrationResumeDocument,
  '\n    mutation DeskRegistrationExtend(\n      $number: ID!\n      $days: Int!\n      $reason: String!\n      $expectedVersion: Int!\n      $idempotencyKey: ID!\n    ) {\n      step: extendRegistration(\n        number: $number\n        days: $days\n        reason: $reason\n        expectedVersion: $expectedVersion\n        idempotencyKey: $idempotencyKey\n      ) {\n        ...DeskRegistrationStep\n      }\n    }\n  ':
    types.DeskRegistrationExtendDocument,
  '\n    mutation DeskRegistrationDecide(\n      $number: ID!\n      $decision: CaseDecision!\n      $reason: String\n      $expectedVersion: Int!\n      $idempotencyKey: ID!\n    ) {\n      step: decideRegistration(\n        number: $number\n        decision: $decision\n        reason: $reason\n        expectedVersion: $expectedVersion\n        idempotencyKey: $idempotencyKey\n      ) {\n        ...DeskRegistrationStep\n      }\n    }\n  ':
    types.DeskRegistrationDecideDocument,
  '\n    mutation DeskRegistrationDeliver($number: ID!, $expectedVersion: Int!, $idempotencyKey: ID!) {\n      step: deliverRegistration(\n        number: $number\n        expectedVersion: $expectedVersion\n        idempotencyKey: $idempotencyKey\n      ) {\n        ...DeskRegistrationStep\n      }\n    }\n  ':
    types.DeskRegistrationDeliverDocument,
  '\n  query DeskRegistrationInbox($filter: RegistrationInboxFilter, $first: Int!, $after: String) {\n    inbox: registrationInbox(filter: $filter, first: $first, after: $after) {\n      totalCount\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      edges {\n        node {\n          number\n          state\n          receivedOn\n          actBy\n          isOverdue\n          name\n          region {\n            code\n            fullName\n          }\n        }\n      }\n    }\n  }\n':
    types.DeskRegistrationInboxDocument,
  '\n  query DeskRegistrationCase($number: ID!) {\n    registrationCase(number: $number) {\n      number\n      state\n      version\n      decision\n      receivedOn\n      dueOn\n      actBy\n      isOverdue\n      decidedOn\n      name\n      person\n      type {\n        code\n        name\n      }\n      industry {\n        code\n        name\n      }\n      capitalCny\n      businessScope\n      address\n      defects {\n        about\n        problem\n      }\n      enterprise {\n        uscc\n        name\n      }\n      times {\n        officialHours\n        applicantHours\n        suspendedHours\n      }\n      timeline {\n        on\n        at\n        step\n        side\n        note\n      }\n      region {\n        code\n        fullName\n      }\n    }\n  }\n':
    types.DeskRegistrationCaseDocument,
  '\n  fragment DeskLandStep on LandCasePayload {\n    case {\n      version\n    }\n    userErrors {\n      code\n      message\n      field\n    }\n  }\n':
    types.DeskLandStepFragmentDoc,
  '\n    mutation DeskLandAccept($number: ID!, $expectedVersion: Int!, $idempotencyKey: ID!) {\n      step: acceptLandCase(\n        number: $number\n        expectedVersion: $expectedVersion\n        idempotencyKey: $idempotencyKey\n      ) {\n        ...DeskLandStep\n      }\n    }\n  ':
    types.DeskLandAcceptDocument,
  '\n    mutation DeskLandReturn(\n      $number: ID!\n      $defects: [CaseDefectInput!]!\n      $expectedVersion: Int!\n      $idempotencyKey: ID!\n    ) {\n      step: returnLandCase(\n        number: $number\n        defects: $defects\n        expectedVersion: $expectedVersion\n        idempotencyKey: $idempotencyKey\n      ) {\n        ...DeskLandStep\n      }\n    }\n  ':
    types.DeskLandReturnDocument,
  '\n    mutation DeskLandDecline($number: ID!, $reason: String!, $expectedVersion: Int!, $idempotencyKey: ID!) {\n      step: declineLandCase(\n        number: $number\n        reason: $reason\n        expectedVersion: $expectedVersion\n        idempotencyKey: $idempotencyKey\n      ) {\n        ...DeskLandStep\n      }\n    }\n  ':
    types.DeskLandDeclineDocument,
  '\n    mutation DeskLandReview($number: ID!, $expectedVersion: Int!, $idempotencyKey: ID!) {\n      step: startLandCaseReview(\n        number: $number\n        expectedVersion: $expectedVersion\n        idempotencyKey: $idempotencyKey\n      ) {\n        ...DeskLandStep\n      }\n    }\n  ':
    types.DeskLandReviewDocument,
  '\n    mutation DeskLandSuspend($number: ID!, $reason: String!, $expectedVersion: Int!, $idempotencyKey: ID!) {\n      step: suspendLandCase(\n        number: $number\n        reason: $reason\n        expectedVersion: $expectedVersion\n        idempotencyKey: $idempotencyKey\n      ) {\n        ...DeskLandStep\n      }\n    }\n  ':
    types.DeskLandSuspendDocument,
  '\n    mutation DeskLandResume($number: ID!, $expectedVersion: Int!, $idempotencyKey: ID!) {\n      step: resumeLandCase(\n        number: $number\n        expectedVersion: $expectedVersion\n        idempotencyKey: $idempotencyKey\n      ) {\n        ...DeskLandStep\n      }\n    }\n  ':
    types.DeskLandResumeDocument,
  '\n    mutation DeskLandExtend(\n      $number: ID!\n      $days: Int!\n      $reason: String!\n      $expectedVersion: Int!\n      $idempotencyKey: ID!\n    ) {\n      step: extendLandCase(\n        number: $number\n        days: $days\n        reason: $reason\n        expectedVersion: $expectedVersion\n        idempotencyKey: $idempotencyKey\n      ) {\n        ...DeskLandStep\n      }\n    }\n  ':
    types.DeskLandExtendDocument,
  '\n    mutation DeskLandDecide(\n      $number: ID!\n      $decision: CaseDecision!\n      $reason: String\n      $expectedVersion: Int!\n      $idempotencyKey: ID!\n    ) {\n      step: decideLandCase(\n        number: $number\n        decision: $decision\n        reason: $reason\n        expectedVersion: $expectedVersion\n        idempotencyKey: $idempotencyKey\n      ) {\n        ...DeskLandStep\n      }\n    }\n  ':
    types.DeskLandDecideDocument,
  '\n    mutation DeskLandDeliver($number: ID!, $expectedVersion: Int!, $idempotencyKey: ID!) {\n      step: deliverLandCase(\n        number: $number\n        expectedVersion: $expectedVersion\n        idempotencyKey: $idempotencyKey\n      ) {\n        ...DeskLandStep\n      }\n    }\n  ':
    types.DeskLandDeliverDocument,
  '\n  query DeskLandInbox($filter: LandCaseInboxFilter, $first: Int!, $after: String) {\n    inbox: landCaseInbox(filter: $filter, first: $first, after: $after) {\n      totalCount\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      edges {\n        node {\n          number\n          state\n          receivedOn\n          actBy\n          isOverdue\n          kind\n          applicant {\n            uscc\n            name\n          }\n          region {\n            code\n            fullName\n          }\n        }\n      }\n    }\n  }\n':
    types.DeskLandInboxDocument,
  '\n  query DeskLandCase($number: ID!) {\n    landCase(number: $number) {\n      number\n      state\n      version\n      decision\n      receivedOn\n      dueOn\n      statutoryDueOn\n      actBy\n      isOverdue\n      decidedOn\n      extensionDays\n      kind\n      registration {\n        unit {\n          code\n        }\n        holderName\n        holderBefore\n        priceCny\n        deedTax\n      }\n      planning {\n        projectName\n        location\n        areaM2\n        landUse {\n          code\n          name\n        }\n        parcel {\n          code\n        }\n        permit\n      }\n      certificate {\n        identifier\n      }\n      times {\n        officialHours\n        applicantHours\n        suspendedHours\n      }\n      timeline {\n        on\n        at\n        step\n        side\n        note\n        defects {\n          about\n          problem\n        }\n      }\n      applicant {\n        uscc\n        name\n      }\n      region {\n        code\n        fullName\n      }\n    }\n  }\n':
    types.DeskLandCaseDocument,
  '\n  fragment DeskPermitsStep on CasePayload {\n    case {\n      version\n    }\n    userErrors {\n      code\n      message\n      field\n    }\n  }\n':
    types.DeskPermitsStepFragmentDoc,
  '\n    mutation DeskPermitsAccept(\n      $number: ID!\n      $followUp: CaseFollowUpInput\n      $commitment: CaseCommitmentInput\n      $expectedVersion: Int!\n      $idempotencyKey: ID!\n    ) {\n      step: acceptCase(\n        number: $number\n        followUp: $followUp\n        commitment: $commitment\n        expectedVersion: $expectedVersion\n        idempotencyKey: $idempotencyKey\n      ) {\n        ...DeskPermitsStep\n      }\n    }\n  ':
    types.DeskPermitsAcceptDocument,
  '\n    mutation DeskPermitsReturn(\n      $number: ID!\n      $defects: [CaseDefectInput!]!\n      $expectedVersion: Int!\n      $idempotencyKey: ID!\n    ) {\n      step: returnCase(\n        number: $number\n        defects: $defects\n        expectedVersion: $expectedVersion\n        idempotencyKey: $idempotencyKey\n      ) {\n        ...DeskPermitsStep\n      }\n    }\n  ':
    types.DeskPermitsReturnDocument,
  '\n    mutation DeskPermitsDecline(\n      $number: ID!\n      $reason: String!\n      $expectedVersion: Int!\n      $idempotencyKey: ID!\n    ) {\n      step: declineCase(\n        number: $number\n        reason: $reason\n        expectedVersion: $expectedVersion\n        idempotencyKey: $idempotencyKey\n      ) {\n        ...DeskPermitsStep\n      }\n    }\n  ':
    types.DeskPermitsDeclineDocument,
  '\n    mutation DeskPermitsReview($number: ID!, $expectedVersion: Int!, $idempotencyKey: ID!) {\n      step: startCaseReview(\n        number: $number\n        expectedVersion: $expectedVersion\n        idempotencyKey: $idempotencyKey\n      ) {\n        ...DeskPermitsStep\n      }\n    }\n  ':
    types.DeskPermitsReviewDocument,
  '\n    mutation DeskPermitsSuspend(\n      $number: ID!\n      $reason: String!\n      $expectedVersion: Int!\n      $idempotencyKey: ID!\n    ) {\n      step: suspendCase(\n        number: $number\n        reason: $reason\n        expectedVersion: $expectedVersion\n        idempotencyKey: $idempotencyKey\n      ) {\n        ...DeskPermitsStep\n      }\n    }\n  ':
    types.DeskPermitsSuspendDocument,
  '\n    mutation DeskPermitsResume($number: ID!, $expectedVersion: Int!, $idempotencyKey: ID!) {\n      step: resumeCase(number: $number, expectedVersion: $expectedVersion, idempotencyKey: $idempotencyKey) {\n        ...DeskPermitsStep\n      }\n    }\n  ':
    types.DeskPermitsResumeDocument,
  '\n    mutation DeskPermitsExtend(\n      $number: ID!\n      $days: Int!\n      $reason: String!\n      $expectedVersion: Int!\n      $idempotencyKey: ID!\n    ) {\n      step: extendCase(\n        number: $number\n        days: $days\n        reason: $reason\n        expectedVersion: $expectedVersion\n        idempotencyKey: $idempotencyKey\n      ) {\n        ...DeskPermitsStep\n      }\n    }\n  ':
    types.DeskPermitsExtendDocument,
  '\n    mutation DeskPermitsDecide(\n      $number: ID!\n      $decision: CaseDecision!\n      $reason: String\n      $permit: GrantedPermitInput\n      $expectedVersion: Int!\n      $idempotencyKey: ID!\n    ) {\n      step: decideCase(\n        number: $number\n        decision: $decision\n        reason: $reason\n        permit: $permit\n        expectedVersion: $expectedVersion\n        idempotencyKey: $idempotencyKey\n      ) {\n        ...DeskPermitsStep\n      }\n    }\n  ':
    types.DeskPermitsDecideDocument,
  '\n    mutation DeskPermitsDeliver($number: ID!, $expectedVersion: Int!, $idempotencyKey: ID!) {\n      step: deliverCase(number: $number, expectedVersion: $expectedVersion, idempotencyKey: $idempotencyKey) {\n        ...DeskPermitsStep\n      }\n    }\n  ':
    types.DeskPermitsDeliverDocument,
  '\n  query DeskPermitsInbox($filter: CaseInboxFilter, $first: Int!, $after: String) {\n    inbox: caseInbox(filter: $filter, first: $first, after: $after) {\n      totalCount\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      edges {\n        node {\n          number\n          state\n          receivedOn\n          actBy\n          isOverdue\n          serviceItem {\n            code\n            name\n          }\n          applicant {\n            uscc\n            name\n          }\n          region {\n            code\n            fullName\n          }\n        }\n      }\n    }\n  }\n':
    types.DeskPermitsInboxDocument,
  '\n  query DeskPermitsCase($number: ID!) {\n    case(number: $number) {\n      number\n      state\n      version\n      decision\n      receivedOn\n      dueOn\n      statutoryDueOn\n      actBy\n      isOverdue\n      decidedOn\n      extensionDays\n      form\n      formSchema\n      prefill {\n        field\n        state\n        department\n        coordinate\n        readAt\n        verdict\n      }\n      materials {\n        id\n        material\n        name\n        bytes\n        mediaType\n        at\n        path\n      }\n      followUp {\n        materials\n        by\n      }\n      times {\n        officialHours\n        applicantHours\n        suspendedHours\n      }\n      timeline {\n        on\n        at\n        step\n        side\n        note\n        defects {\n          about\n          problem\n        }\n      }\n      serviceItem {\n        code\n        name\n        guide {\n          materials {\n            name\n            need\n          }\n        }\n      }\n      applicant {\n        uscc\n        name\n      }\n      region {\n        code\n        fullName\n      }\n      permit {\n        number\n        name\n      }\n    }\n  }\n':
    types.DeskPermitsCaseDocument,
  '\n  query DeskRegions {\n    regions(filter: { parent: "32" }, first: 20) {\n      edges {\n        node {\n          code\n          name\n        }\n      }\n    }\n  }\n':
    types.DeskRegionsDocument,
  '\n  subscription DeskNews {\n    inbox {\n      id\n      case {\n        number\n      }\n    }\n  }\n':
    types.DeskNewsDocument,
  '\n  query DevelopersVersion {\n    dataResources(first: 1) {\n      edges {\n        node {\n          version\n        }\n      }\n    }\n    departments {\n      name\n    }\n  }\n':
    types.DevelopersVersionDocument,
  '\n  query DevelopersCatalogue($after: String) {\n    dataResources(first: 100, after: $after) {\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      edges {\n        node {\n          coordinate\n          summary\n          sharing\n          basis\n          cycle\n          department {\n            name\n          }\n          fields {\n            coordinate\n            type\n            summary\n            sharing\n            basis\n            cycle\n          }\n        }\n      }\n    }\n  }\n':
    types.DevelopersCatalogueDocument,
  '\n  query DevelopersChanges($after: String) {\n    supergraphVersions(first: 20, after: $after) {\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      edges {\n        node {\n          version\n          createdAt\n          reason\n          note\n          changes {\n            kind\n            severity\n            coordinate\n            message\n          }\n        }\n      }\n    }\n  }\n':
    types.DevelopersChangesDocument,
  '\n  query Enterprise($uscc: USCC!) {\n    enterprise(uscc: $uscc) {\n      uscc\n      name\n      status\n      type {\n        name\n      }\n      industry {\n        code\n        name\n      }\n      region {\n        code\n        fullName\n      }\n      registeredCapital {\n        amount\n        currency\n        text\n      }\n      registeredOn\n      businessScope\n      formerNames {\n        name\n        until\n      }\n      parent {\n        uscc\n        name\n      }\n      changes(first: 20) {\n        totalCount\n        edges {\n          node {\n            changedOn\n            item\n            before\n            after\n          }\n        }\n      }\n      source\n      ... @defer(label: "permits") {\n        permits(first: 20) {\n          totalCount\n          edges {\n            node {\n              number\n              name\n              status\n              validFrom\n              validUntil\n              issuingAuthority\n              certificate {\n                path\n                state\n              }\n            }\n          }\n        }\n      }\n      ... @defer(label: "tax") {\n        taxpayer {\n          id\n          authority\n          aListYears\n        }\n      }\n      ... @defer(label: "land") {\n        landSupplies(first: 10) {\n          totalCount\n          edges {\n            node {\n              id\n              projectName\n              location\n              areaM2\n              way\n              wayText\n              signedOn\n            }\n          }\n        }\n      }\n    }\n  }\n':
    types.EnterpriseDocument,
  '\n  query EnterpriseConditional($uscc: USCC!) {\n    enterprise(uscc: $uscc) {\n      uscc\n      taxpayer {\n        id\n        creditGrades {\n          year\n          grade\n        }\n      }\n      parcels(first: 20) {\n        totalCount\n        edges {\n          node {\n            code\n            location\n            areaM2\n            geometry {\n              coordinates\n            }\n          }\n        }\n      }\n      cases(first: 10) {\n        totalCount\n        edges {\n          node {\n            number\n            state\n            receivedOn\n            serviceItem {\n              name\n            }\n          }\n        }\n      }\n      accesses(first: 20) {\n        totalCount\n        edges {\n          node {\n            at\n            client\n            department\n            basis\n            fields\n            outcome\n          }\n        }\n      }\n    }\n  }\n':
    types.EnterpriseConditionalDocument,
  '\n  query Home($region: RegionCode!, $province: RegionCode!, $isShort: Boolean!) {\n    region(code: $region) {\n      code\n      name\n      fullName\n    }\n    province: region(code: $province) @skip(if: $isShort) {\n      code\n      name\n      children(first: 100) {\n        edges {\n          node {\n            code\n            name\n          }\n        }\n      }\n    }\n    matters {\n      code\n      name\n      nameEn\n      promisedDays\n      steps {\n        department\n      }\n    }\n    serviceItems(filter: { region: $region, noVisit: true }, first: 8) {\n      totalCount\n      edges {\n        node {\n          code\n          name\n          guide {\n            promisedDays\n          }\n        }\n      }\n    }\n  }\n':
    types.HomeDocument,
};

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: '\n  query ApplyItem($item: ID!) {\n    serviceItem(code: $item) {\n      code\n      basicCode\n      name\n      form\n      department {\n        name\n      }\n      region {\n        code\n        name\n        fullName\n      }\n    }\n    myMandates(first: 100) {\n      edges {\n        node {\n          id\n          kind\n          state\n          items\n          enterprise {\n            uscc\n            name\n            status\n          }\n        }\n      }\n    }\n  }\n',
): typeof import('./graphql.ts').ApplyItemDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: '\n  mutation StartCase($input: CaseInput!, $key: ID!) {\n    startCase(input: $input, idempotencyKey: $key) {\n      ...CaseCommand\n    }\n  }\n',
): typeof import('./graphql.ts').StartCaseDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: '\n  query Case($number: ID!) {\n    case(number: $number) {\n      number\n      state\n      version\n      decision\n      receivedOn\n      dueOn\n      isOverdue\n      actBy\n      suspendedOn\n      extensionDays\n      decidedOn\n      rating\n      voidedOn\n      form\n      formSchema\n      source\n      applicant {\n        uscc\n        name\n      }\n      region {\n        code\n        fullName\n      }\n      serviceItem {\n        code\n        name\n        department {\n          name\n        }\n      }\n      followUp {\n        materials\n        by\n      }\n      materials {\n        id\n        material\n        name\n        bytes\n        path\n      }\n      timeline {\n        on\n        at\n        step\n        side\n        note\n        defects {\n          about\n          problem\n        }\n      }\n      times {\n        applicantHours\n        officialHours\n        suspendedHours\n        machineHours\n      }\n      permit {\n        number\n        name\n        issuingAuthority\n        validFrom\n        validUntil\n        status\n        certificate {\n          identifier\n          state\n          path\n          credentialPath\n        }\n      }\n    }\n  }\n',
): typeof import('./graphql.ts').CaseDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: '\n  mutation WithdrawCase($number: ID!, $reason: String, $version: Int!, $key: ID!) {\n    withdrawCase(number: $number, reason: $reason, expectedVersion: $version, idempotencyKey: $key) {\n      ...CaseCommand\n    }\n  }\n',
): typeof import('./graphql.ts').WithdrawCaseDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: '\n  mutation RateCase($number: ID!, $stars: Int!, $comment: String, $version: Int!, $key: ID!) {\n    rateCase(\n      number: $number\n      stars: $stars\n      comment: $comment\n      expectedVersion: $version\n      idempotencyKey: $key\n    ) {\n      ...CaseCommand\n    }\n  }\n',
): typeof import('./graphql.ts').RateCaseDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: '\n  subscription CaseChanged($number: ID!) {\n    caseChanged(number: $number) {\n      number\n      version\n    }\n  }\n',
): typeof import('./graphql.ts').CaseChangedDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: '\n  fragment CaseCommand on CasePayload {\n    case {\n      number\n      version\n    }\n    userErrors {\n      code\n      message\n      field\n    }\n  }\n',
): typeof import('./graphql.ts').CaseCommandFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: '\n  query CaseForm($number: ID!) {\n    case(number: $number) {\n      number\n      state\n      version\n      form\n      formSchema\n      applicant {\n        uscc\n        name\n      }\n      serviceItem {\n        code\n        name\n      }\n      prefill {\n        field\n        state\n        value\n        department\n        coordinate\n        sharing\n        readAt\n        reason\n        verdict\n        correction\n      }\n      materials {\n        id\n        material\n        name\n        bytes\n        mediaType\n        at\n        path\n      }\n      followUp {\n        materials\n        by\n      }\n      timeline {\n        step\n        defects {\n          about\n          problem\n        }\n      }\n    }\n  }\n',
): typeof import('./graphql.ts').CaseFormDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: '\n  query CaseAnswers($number: ID!) {\n    case(number: $number) {\n      version\n      form\n      formSchema\n    }\n  }\n',
): typeof import('./graphql.ts').CaseAnswersDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: '\n  query CaseRequirements($item: ID!, $answers: JSON!) {\n    serviceItem(code: $item) {\n      code\n      guide {\n        materials {\n          code\n          name\n          nameEn\n          need\n          heldBy {\n            department\n            resource\n          }\n        }\n      }\n      requirements(answers: $answers) {\n        rule\n        ruleEn\n        materials {\n          code\n          name\n          nameEn\n          originals\n          copies\n          need\n          heldBy {\n            department\n            resource\n          }\n        }\n        userErrors {\n          code\n          message\n          field\n        }\n      }\n    }\n  }\n',
): typeof import('./graphql.ts').CaseRequirementsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: '\n  mutation SaveCase($number: ID!, $form: JSON!, $version: Int!, $key: ID!) {\n    saveCase(number: $number, form: $form, expectedVersion: $version, idempotencyKey: $key) {\n      ...CaseCommand\n    }\n  }\n',
): typeof import('./graphql.ts').SaveCaseDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: '\n  mutation PrefillCase($number: ID!, $version: Int!, $key: ID!) {\n    prefillCase(number: $number, expectedVersion: $version, idempotencyKey: $key) {\n      ...CaseCommand\n    }\n  }\n',
): typeof import('./graphql.ts').PrefillCaseDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: '\n  mutation AnswerPrefill(\n    $number: ID!\n    $field: String!\n    $isRight: Boolean!\n    $problem: String\n    $proposal: String\n    $version: Int!\n    $key: ID!\n  ) {\n    answerPrefill(\n      number: $number\n      field: $field\n      isRight: $isRight\n      problem: $problem\n      proposal: $proposal\n      expectedVersion: $version\n      idempotencyKey: $key\n    ) {\n      ...CaseCommand\n    }\n  }\n',
): typeof import('./graphql.ts').AnswerPrefillDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: '\n  mutation BeginUpload($number: ID!, $name: String!, $bytes: Int!, $key: ID!) {\n    uploadCaseMaterial(number: $number, name: $name, bytes: $bytes, idempotencyKey: $key) {\n      upload {\n        id\n        path\n        expiresAt\n      }\n      userErrors {\n        code\n        message\n        field\n      }\n    }\n  }\n',
): typeof import('./graphql.ts').BeginUploadDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: '\n  mutation AttachMaterial($number: ID!, $upload: ID!, $material: String!, $version: Int!, $key: ID!) {\n    attachCaseMaterial(\n      number: $number\n      upload: $upload\n      material: $material\n      expectedVersion: $version\n      idempotencyKey: $key\n    ) {\n      ...CaseCommand\n    }\n  }\n',
): typeof import('./graphql.ts').AttachMaterialDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: '\n  mutation RemoveMaterial($number: ID!, $upload: ID!, $version: Int!, $key: ID!) {\n    removeCaseMaterial(number: $number, upload: $upload, expectedVersion: $version, idempotencyKey: $key) {\n      ...CaseCommand\n    }\n  }\n',
): typeof import('./graphql.ts').RemoveMaterialDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: '\n  mutation SubmitCase($number: ID!, $version: Int!, $key: ID!) {\n    submitCase(number: $number, expectedVersion: $version, idempotencyKey: $key) {\n      ...CaseCommand\n    }\n  }\n',
): typeof import('./graphql.ts').SubmitCaseDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: '\n  mutation SupplyCase($number: ID!, $materials: [String!]!, $version: Int!, $key: ID!) {\n    supplyCaseMaterials(\n      number: $number\n      materials: $materials\n      expectedVersion: $version\n      idempotencyKey: $key\n    ) {\n      ...CaseCommand\n    }\n  }\n',
): typeof import('./graphql.ts').SupplyCaseDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: '\n  query Mandates {\n    myMandates(first: 100) {\n      totalCount\n      edges {\n        node {\n          id\n          kind\n          state\n          items\n          from\n          until\n          reason\n          person\n          version\n          enterprise {\n            uscc\n            name\n            status\n          }\n        }\n      }\n    }\n  }\n',
): typeof import('./graphql.ts').MandatesDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: '\n  query Agents($uscc: USCC!) {\n    enterprise(uscc: $uscc) {\n      uscc\n      name\n      mandates(first: 50) {\n        edges {\n          node {\n            id\n            kind\n            state\n            items\n            from\n            until\n            reason\n            person\n            version\n          }\n        }\n      }\n    }\n  }\n',
): typeof import('./graphql.ts').AgentsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: '\n  query ItemName($code: ID!) {\n    catalogueItem(basicCode: $code) {\n      basicCode\n      name\n    }\n  }\n',
): typeof import('./graphql.ts').ItemNameDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: '\n  mutation GiveMandate($input: MandateInput!, $key: ID!) {\n    giveMandate(input: $input, idempotencyKey: $key) {\n      mandate {\n        id\n      }\n      userErrors {\n        code\n        message\n        field\n      }\n    }\n  }\n',
): typeof import('./graphql.ts').GiveMandateDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: '\n  mutation RevokeMandate($id: ID!, $version: Int, $reason: String!, $key: ID!) {\n    revokeMandate(id: $id, expectedVersion: $version, reason: $reason, idempotencyKey: $key) {\n      mandate {\n        id\n      }\n      userErrors {\n        code\n        message\n        field\n      }\n    }\n  }\n',
): typeof import('./graphql.ts').RevokeMandateDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: '\n  query FindItems($text: String!) {\n    catalogueItems(filter: { name: $text }, first: 20) {\n      totalCount\n      edges {\n        node {\n          basicCode\n          name\n        }\n      }\n    }\n  }\n',
): typeof import('./graphql.ts').FindItemsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: '\n  fragment MatterCommand on MatterCasePayload {\n    matterCase {\n      number\n      version\n    }\n    userErrors {\n      code\n      message\n      field\n    }\n  }\n',
): typeof import('./graphql.ts').MatterCommandFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: '\n  query ApplyMatter($code: ID!) {\n    matter(code: $code) {\n      code\n      name\n      nameEn\n      promisedDays\n      basis\n      steps {\n        name\n        title\n        titleEn\n        department\n        kind\n        needs\n        when\n        isOptional\n      }\n    }\n    region(code: "32") {\n      code\n      children(first: 20) {\n        edges {\n          node {\n            code\n            name\n          }\n        }\n      }\n    }\n    myMandates(first: 100) {\n      edges {\n        node {\n          id\n          kind\n          state\n          items\n          enterprise {\n            uscc\n            name\n            status\n          }\n        }\n      }\n    }\n  }\n',
): typeof import('./graphql.ts').ApplyMatterDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: '\n  mutation StartMatter($input: MatterCaseInput!, $key: ID!) {\n    startMatterCase(input: $input, idempotencyKey: $key) {\n      ...MatterCommand\n    }\n  }\n',
): typeof import('./graphql.ts').StartMatterDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: '\n  query ApplicationForm($number: ID!) {\n    matterCase(number: $number) {\n      number\n      state\n      version\n      form\n      formSchema\n      matter {\n        code\n        name\n        nameEn\n      }\n      applicant {\n        uscc\n        name\n      }\n      region {\n        code\n        fullName\n      }\n      steps {\n        name\n        title\n        titleEn\n        department\n        state\n        problems {\n          code\n          message\n          about\n        }\n      }\n    }\n  }\n',
): typeof import('./graphql.ts').ApplicationFormDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: '\n  mutation SaveMatter($number: ID!, $form: JSON!, $version: Int!, $key: ID!) {\n    saveMatterCase(number: $number, form: $form, expectedVersion: $version, idempotencyKey: $key) {\n      ...MatterCommand\n    }\n  }\n',
): typeof import('./graphql.ts').SaveMatterDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: '\n  mutation SubmitMatter($number: ID!, $version: Int!, $key: ID!) {\n    submitMatterCase(number: $number, expectedVersion: $version, idempotencyKey: $key) {\n      ...MatterCommand\n    }\n  }\n',
): typeof import('./graphql.ts').SubmitMatterDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: '\n  mutation CompleteMatter($number: ID!, $form: JSON!, $version: Int!, $key: ID!) {\n    completeMatterCase(number: $number, form: $form, expectedVersion: $version, idempotencyKey: $key) {\n      ...MatterCommand\n    }\n  }\n',
): typeof import('./graphql.ts').CompleteMatterDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: '\n  mutation WithdrawMatter($number: ID!, $reason: String, $version: Int!, $key: ID!) {\n    withdrawMatterCase(number: $number, reason: $reason, expectedVersion: $version, idempotencyKey: $key) {\n      ...MatterCommand\n    }\n  }\n',
): typeof import('./graphql.ts').WithdrawMatterDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: '\n  query Application($number: ID!) {\n    matterCase(number: $number) {\n      number\n      state\n      version\n      form\n      formSchema\n      startedAt\n      submittedAt\n      endedAt\n      dueOn\n      isOverdue\n      reason\n      matter {\n        code\n        name\n        nameEn\n        promisedDays\n        steps {\n          name\n          needs\n        }\n      }\n      applicant {\n        uscc\n        name\n      }\n      region {\n        code\n        fullName\n      }\n      steps {\n        name\n        title\n        titleEn\n        department\n        kind\n        state\n        departmentCase\n        result\n        problems {\n          code\n          message\n          about\n        }\n      }\n      times {\n        officialHours\n        applicantHours\n        machineHours\n      }\n      timeline {\n        at\n        step\n        from\n        to\n        side\n        problems {\n          message\n          about\n        }\n      }\n    }\n  }\n',
): typeof import('./graphql.ts').ApplicationDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: '\n  query StepResult($number: ID!) {\n    case(number: $number) {\n      number\n      permit {\n        number\n        name\n        issuingAuthority\n        validFrom\n        validUntil\n        status\n        certificate {\n          identifier\n          state\n          path\n          credentialPath\n        }\n      }\n    }\n  }\n',
): typeof import('./graphql.ts').StepResultDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: '\n  subscription ApplicationChanged($number: ID!) {\n    matterCaseChanged(number: $number) {\n      number\n      version\n    }\n  }\n',
): typeof import('./graphql.ts').ApplicationChangedDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: '\n  query Licence($uscc: USCC!) {\n    enterprise(uscc: $uscc) {\n      uscc\n      name\n      licence {\n        identifier\n        state\n        path\n        credentialPath\n      }\n    }\n  }\n',
): typeof import('./graphql.ts').LicenceDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: '\n  query LandResult($number: ID!) {\n    landCase(number: $number) {\n      number\n      certificate {\n        identifier\n        state\n        path\n        credentialPath\n      }\n    }\n  }\n',
): typeof import('./graphql.ts').LandResultDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: '\n  query My($after: String) {\n    myCases(first: 20, after: $after) {\n      totalCount\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      edges {\n        node {\n          number\n          state\n          version\n          decision\n          receivedOn\n          dueOn\n          actBy\n          rating\n          source\n          followUp {\n            materials\n            by\n          }\n          applicant {\n            uscc\n            name\n          }\n          serviceItem {\n            code\n            name\n          }\n        }\n      }\n    }\n    myMatterCases(first: 20) {\n      totalCount\n      edges {\n        node {\n          number\n          state\n          startedAt\n          dueOn\n          matter {\n            code\n            name\n            nameEn\n          }\n          applicant {\n            uscc\n            name\n          }\n          steps {\n            name\n            title\n            titleEn\n            state\n          }\n        }\n      }\n    }\n    myOffers(filter: { states: [OFFERED] }, first: 20) {\n      totalCount\n      edges {\n        node {\n          id\n          version\n          validUntil\n          reason\n          reasonEn\n          enterprise {\n            uscc\n            name\n          }\n          serviceItem {\n            code\n            name\n          }\n        }\n      }\n    }\n    myMandates(first: 100) {\n      totalCount\n      edges {\n        node {\n          id\n          kind\n          state\n          until\n          enterprise {\n            uscc\n            name\n          }\n        }\n      }\n    }\n  }\n',
): typeof import('./graphql.ts').MyDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: '\n  mutation AcceptOffer($id: ID!, $version: Int!, $key: ID!) {\n    acceptOffer(id: $id, expectedVersion: $version, idempotencyKey: $key) {\n      case {\n        number\n      }\n      userErrors {\n        code\n        message\n        field\n      }\n    }\n  }\n',
): typeof import('./graphql.ts').AcceptOfferDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: '\n  mutation DeclineOffer($id: ID!, $version: Int!, $key: ID!) {\n    declineOffer(id: $id, expectedVersion: $version, idempotencyKey: $key) {\n      offer {\n        id\n        state\n      }\n      userErrors {\n        code\n        message\n        field\n      }\n    }\n  }\n',
): typeof import('./graphql.ts').DeclineOfferDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: '\n  query Verify($content: String!, $holder: USCC) {\n    verifyCertificate(content: $content, holder: $holder) {\n      verdict\n      message\n      messageZh\n      checkedAt\n      department\n      state\n      isDocument\n      certificate {\n        identifier\n        title\n        titleEn\n        number\n        holderName\n        holderUscc\n        authority\n        validFrom\n        validUntil\n        issuedAt\n        details {\n          label\n          labelEn\n          value\n        }\n      }\n    }\n  }\n',
): typeof import('./graphql.ts').VerifyDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: '\n  fragment GuideParts on ServiceGuide {\n    basis\n    conditions\n    statutoryDays\n    promisedDays\n    visits\n    feeCny\n    onlineDepth\n    levels\n    materials {\n      code\n      name\n      nameEn\n      originals\n      copies\n      fromSharedData\n      need\n      heldBy {\n        department\n      }\n    }\n    steps {\n      code\n      name\n      nameEn\n    }\n  }\n',
): typeof import('./graphql.ts').GuidePartsFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: '\n  query Item($code: ID!) {\n    serviceItem(code: $code) {\n      code\n      basicCode\n      name\n      mainItem\n      type\n      noVisit\n      source\n      department {\n        code\n        name\n      }\n      region {\n        code\n        fullName\n      }\n      catalogueItem {\n        basis\n        levels\n      }\n      form\n      version {\n        version\n        publishedAt\n        rules\n        guide {\n          ...GuideParts\n        }\n      }\n      guide {\n        ...GuideParts\n      }\n    }\n  }\n',
): typeof import('./graphql.ts').ItemDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: '\n  query ItemMore(\n    $code: ID!\n    $basicCode: String\n    $answers: JSON!\n    $version: Int!\n    $isCompared: Boolean!\n    $isAnswered: Boolean!\n    $isEarlier: Boolean!\n  ) {\n    offers: serviceItems(filter: { basicCode: $basicCode }, first: 100) @include(if: $isCompared) {\n      totalCount\n      edges {\n        node {\n          code\n          region {\n            code\n            name\n            fullName\n          }\n          guide {\n            promisedDays\n            visits\n            feeCny\n            onlineDepth\n          }\n        }\n      }\n    }\n    serviceItem(code: $code) @include(if: $isAnswered) {\n      code\n      requirements(answers: $answers) {\n        rule\n        ruleEn\n        materials {\n          code\n          name\n          nameEn\n          originals\n          copies\n          heldBy {\n            department\n          }\n        }\n        steps {\n          code\n          name\n          nameEn\n        }\n        userErrors {\n          code\n          message\n          field\n        }\n      }\n    }\n    itemVersion(item: $code, version: $version) @include(if: $isEarlier) {\n      version\n      state\n      publishedAt\n      supersededAt\n      guide {\n        ...GuideParts\n      }\n    }\n  }\n',
): typeof import('./graphql.ts').ItemMoreDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: '\n  query Items($filter: ServiceItemFilter!, $region: RegionCode!, $after: String) {\n    region(code: $region) {\n      code\n      fullName\n      path {\n        code\n        name\n      }\n      children(first: 100) {\n        edges {\n          node {\n            code\n            name\n          }\n        }\n      }\n    }\n    serviceItems(filter: $filter, first: 20, after: $after) {\n      totalCount\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      edges {\n        node {\n          code\n          name\n          type\n          noVisit\n          region {\n            code\n            fullName\n          }\n          department {\n            code\n            name\n          }\n          guide {\n            promisedDays\n            feeCny\n          }\n        }\n      }\n    }\n  }\n',
): typeof import('./graphql.ts').ItemsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: '\n  query Matter($code: ID!, $from: Date!, $until: Date!) {\n    matter(code: $code) {\n      code\n      name\n      nameEn\n      version\n      basis\n      promisedDays\n      formSchema\n      steps {\n        name\n        title\n        titleEn\n        department\n        kind\n        needs\n        when\n        isOptional\n      }\n    }\n    matterTimeStatistics(matter: $code, from: $from, until: $until) {\n      completed\n      undone\n      overdue\n      workingDays\n      officialHours\n      applicantHours\n      machineHours\n    }\n  }\n',
): typeof import('./graphql.ts').MatterDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: '\n  query Matters {\n    matters {\n      code\n      name\n      nameEn\n      promisedDays\n      steps {\n        name\n        title\n        titleEn\n        department\n      }\n    }\n  }\n',
): typeof import('./graphql.ts').MattersDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: '\n  query Region($code: RegionCode!, $after: String) {\n    region(code: $code) {\n      code\n      name\n      fullName\n      level\n      enterpriseCount\n      path {\n        code\n        name\n      }\n      children(first: 100, after: $after) {\n        totalCount\n        pageInfo {\n          hasNextPage\n          endCursor\n        }\n        edges {\n          node {\n            code\n            name\n            enterpriseCount\n          }\n        }\n      }\n    }\n    serviceItems(filter: { region: $code }, first: 1) {\n      totalCount\n    }\n  }\n',
): typeof import('./graphql.ts').RegionDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: '\n  query Regions($chosen: RegionCode!, $province: RegionCode!, $name: String, $isSearch: Boolean!) {\n    region(code: $chosen) {\n      code\n      fullName\n    }\n    province: region(code: $province) @skip(if: $isSearch) {\n      code\n      name\n      children(first: 100) {\n        edges {\n          node {\n            code\n            name\n            enterpriseCount\n          }\n        }\n      }\n    }\n    provinces: regions(filter: { level: PROVINCE }, first: 50) @skip(if: $isSearch) {\n      edges {\n        node {\n          code\n          name\n          enterpriseCount\n        }\n      }\n    }\n    found: regions(filter: { name: $name }, first: 50) @include(if: $isSearch) {\n      totalCount\n      edges {\n        node {\n          code\n          fullName\n          enterpriseCount\n        }\n      }\n    }\n  }\n',
): typeof import('./graphql.ts').RegionsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: '\n  query Search(\n    $text: String!\n    $region: RegionCode!\n    $first: Int!\n    $after: String\n    $enterprises: Boolean!\n    $items: Boolean!\n    $matters: Boolean!\n    $data: Boolean!\n  ) {\n    region(code: $region) @include(if: $items) {\n      code\n      fullName\n    }\n    enterprises(filter: { name: $text }, first: $first, after: $after) @include(if: $enterprises) {\n      totalCount\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      edges {\n        node {\n          uscc\n          name\n          status\n          region {\n            code\n            fullName\n          }\n        }\n      }\n    }\n    serviceItems(filter: { text: $text, region: $region }, first: $first, after: $after)\n      @include(if: $items) {\n      totalCount\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      edges {\n        node {\n          code\n          name\n          type\n          noVisit\n          department {\n            name\n          }\n          guide {\n            promisedDays\n          }\n        }\n      }\n    }\n    matters @include(if: $matters) {\n      code\n      name\n      nameEn\n      promisedDays\n      steps {\n        name\n        title\n        titleEn\n        department\n      }\n    }\n    dataResources(filter: { text: $text }, first: $first, after: $after) @include(if: $data) {\n      totalCount\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      edges {\n        node {\n          code\n          name\n          coordinate\n          summary\n          sharing\n          department {\n            name\n          }\n        }\n      }\n    }\n  }\n',
): typeof import('./graphql.ts').SearchDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: '\n  query KnownEnterprise($uscc: USCC!) {\n    enterprise(uscc: $uscc) {\n      uscc\n    }\n  }\n',
): typeof import('./graphql.ts').KnownEnterpriseDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: '\n  query KnownItem($code: ID!) {\n    serviceItem(code: $code) {\n      code\n    }\n  }\n',
): typeof import('./graphql.ts').KnownItemDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: '\n  query Suggestions($text: String!, $region: RegionCode!) {\n    serviceItems(filter: { name: $text, region: $region }, first: 20) {\n      edges {\n        node {\n          code\n          name\n        }\n      }\n    }\n    enterprises(filter: { name: $text }, first: 5) {\n      edges {\n        node {\n          uscc\n          name\n        }\n      }\n    }\n    matters {\n      code\n      name\n      nameEn\n    }\n  }\n',
): typeof import('./graphql.ts').SuggestionsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: '\n  query DashboardBehindIndex(\n    $region: RegionCode!\n    $month: String!\n    $after: String\n    $channels: Boolean!\n    $coverage: Boolean!\n    $guides: Boolean!\n    $maturity: Boolean!\n  ) {\n    serviceIndices(region: $region, month: $month) {\n      region {\n        code\n        name\n      }\n      channels @include(if: $channels) {\n        ...BehindParts\n      }\n      coverage @include(if: $coverage) {\n        ...BehindParts\n      }\n      guides @include(if: $guides) {\n        ...BehindParts\n      }\n      maturity @include(if: $maturity) {\n        ...BehindParts\n      }\n    }\n  }\n\n  fragment BehindParts on ItemIndex {\n    parts {\n      name\n      entries(counts: false, first: 50, after: $after) {\n        totalCount\n        pageInfo {\n          hasNextPage\n          endCursor\n        }\n        edges {\n          node {\n            region {\n              code\n              fullName\n            }\n            serviceItem {\n              code\n              name\n            }\n            catalogueItem {\n              basicCode\n              name\n            }\n          }\n        }\n      }\n    }\n  }\n',
): typeof import('./graphql.ts').DashboardBehindIndexDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: '\n  query DashboardIndices($region: RegionCode!, $month: String!, $by: ComparedLevel!) {\n    serviceIndices(region: $region, month: $month) {\n      region {\n        code\n        name\n      }\n      channels {\n        value\n        parts {\n          name\n          value\n          numerator\n          denominator\n        }\n      }\n      coverage {\n        value\n        parts {\n          name\n          value\n          numerator\n          denominator\n        }\n      }\n      guides {\n        value\n        parts {\n          name\n          value\n          numerator\n          denominator\n        }\n      }\n      maturity {\n        value\n        parts {\n          name\n          value\n          numerator\n          denominator\n        }\n      }\n      effect {\n        value\n        parts {\n          name\n          value\n          numerator\n          denominator\n        }\n      }\n      children(by: $by) {\n        isOwnOnly\n        region {\n          code\n          name\n        }\n        channels {\n          value\n        }\n        coverage {\n          value\n        }\n        guides {\n          value\n        }\n        maturity {\n          value\n        }\n        effect {\n          value\n        }\n      }\n    }\n  }\n',
): typeof import('./graphql.ts').DashboardIndicesDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: '\n  query DashboardMatters($from: Date!, $until: Date!) {\n    matterTimeStatistics(from: $from, until: $until) {\n      month\n      region {\n        code\n        name\n      }\n      matter {\n        code\n        name\n        nameEn\n        promisedDays\n      }\n      completed\n      undone\n      overdue\n      workingDays\n      officialHours\n      applicantHours\n      machineHours\n    }\n  }\n',
): typeof import('./graphql.ts').DashboardMattersDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: '\n  query DashboardSharing($from: Date!, $until: Date!) {\n    sharingStatistics(from: $from, until: $until) {\n      total {\n        shares {\n          fields\n          unconditional\n          conditional\n          granted\n          unconditionalShare\n          sharedShare\n        }\n        grantsInForce\n        applications {\n          answered\n          inTimeShare\n          medianWorkingDays\n          open\n          overdue\n        }\n      }\n      departments {\n        department {\n          name\n        }\n        figures {\n          shares {\n            fields\n            unconditionalShare\n            sharedShare\n          }\n          applications {\n            answered\n            inTimeShare\n            medianWorkingDays\n            open\n            overdue\n          }\n        }\n      }\n      overTime(every: MONTH) {\n        at\n        shares {\n          unconditionalShare\n          sharedShare\n        }\n      }\n    }\n  }\n',
): typeof import('./graphql.ts').DashboardSharingDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: '\n  query DashboardRegions {\n    regions(filter: { parent: "32" }, first: 20) {\n      edges {\n        node {\n          code\n          name\n        }\n      }\n    }\n  }\n',
): typeof import('./graphql.ts').DashboardRegionsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: '\n  fragment DeskRegistrationStep on RegistrationPayload {\n    case {\n      version\n    }\n    userErrors {\n      code\n      message\n      field\n    }\n  }\n',
): typeof import('./graphql.ts').DeskRegistrationStepFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: '\n    mutation DeskRegistrationAccept($number: ID!, $expectedVersion: Int!, $idempotencyKey: ID!) {\n      step: acceptRegistration(\n        number: $number\n        expectedVersion: $expectedVersion\n        idempotencyKey: $idempotencyKey\n      ) {\n        ...DeskRegistrationStep\n      }\n    }\n  ',
): typeof import('./graphql.ts').DeskRegistrationAcceptDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: '\n    mutation DeskRegistrationReturn(\n      $number: ID!\n      $defects: [CaseDefectInput!]!\n      $expectedVersion: Int!\n      $idempotencyKey: ID!\n    ) {\n      step: returnRegistration(\n        number: $number\n        defects: $defects\n        expectedVersion: $expectedVersion\n        idempotencyKey: $idempotencyKey\n      ) {\n        ...DeskRegistrationStep\n      }\n    }\n  ',
): typeof import('./graphql.ts').DeskRegistrationReturnDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: '\n    mutation DeskRegistrationDecline(\n      $number: ID!\n      $reason: String!\n      $expectedVersion: Int!\n      $idempotencyKey: ID!\n    ) {\n      step: declineRegistration(\n        number: $number\n        reason: $reason\n        expectedVersion: $expectedVersion\n        idempotencyKey: $idempotencyKey\n      ) {\n        ...DeskRegistrationStep\n      }\n    }\n  ',
): typeof import('./graphql.ts').DeskRegistrationDeclineDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: '\n    mutation DeskRegistrationReview($number: ID!, $expectedVersion: Int!, $idempotencyKey: ID!) {\n      step: startRegistrationReview(\n        number: $number\n        expectedVersion: $expectedVersion\n        idempotencyKey: $idempotencyKey\n      ) {\n        ...DeskRegistrationStep\n      }\n    }\n  ',
): typeof import('./graphql.ts').DeskRegistrationReviewDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: '\n    mutation DeskRegistrationSuspend(\n      $number: ID!\n      $reason: String!\n      $expectedVersion: Int!\n      $idempotencyKey: ID!\n    ) {\n      step: suspendRegistration(\n        number: $number\n        reason: $reason\n        expectedVersion: $expectedVersion\n        idempotencyKey: $idempotencyKey\n      ) {\n        ...DeskRegistrationStep\n      }\n    }\n  ',
): typeof import('./graphql.ts').DeskRegistrationSuspendDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: '\n    mutation DeskRegistrationResume($number: ID!, $expectedVersion: Int!, $idempotencyKey: ID!) {\n      step: resumeRegistration(\n        number: $number\n        expectedVersion: $expectedVersion\n        idempotencyKey: $idempotencyKey\n      ) {\n        ...DeskRegistrationStep\n      }\n    }\n  ',
): typeof import('./graphql.ts').DeskRegistrationResumeDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: '\n    mutation DeskRegistrationExtend(\n      $number: ID!\n      $days: Int!\n      $reason: String!\n      $expectedVersion: Int!\n      $idempotencyKey: ID!\n    ) {\n      step: extendRegistration(\n        number: $number\n        days: $days\n        reason: $reason\n        expectedVersion: $expectedVersion\n        idempotencyKey: $idempotencyKey\n      ) {\n        ...DeskRegistrationStep\n      }\n    }\n  ',
): typeof import('./graphql.ts').DeskRegistrationExtendDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: '\n    mutation DeskRegistrationDecide(\n      $number: ID!\n      $decision: CaseDecision!\n      $reason: String\n      $expectedVersion: Int!\n      $idempotencyKey: ID!\n    ) {\n      step: decideRegistration(\n        number: $number\n        decision: $decision\n        reason: $reason\n        expectedVersion: $expectedVersion\n        idempotencyKey: $idempotencyKey\n      ) {\n        ...DeskRegistrationStep\n      }\n    }\n  ',
): typeof import('./graphql.ts').DeskRegistrationDecideDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: '\n    mutation DeskRegistrationDeliver($number: ID!, $expectedVersion: Int!, $idempotencyKey: ID!) {\n      step: deliverRegistration(\n        number: $number\n        expectedVersion: $expectedVersion\n        idempotencyKey: $idempotencyKey\n      ) {\n        ...DeskRegistrationStep\n      }\n    }\n  ',
): typeof import('./graphql.ts').DeskRegistrationDeliverDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: '\n  query DeskRegistrationInbox($filter: RegistrationInboxFilter, $first: Int!, $after: String) {\n    inbox: registrationInbox(filter: $filter, first: $first, after: $after) {\n      totalCount\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      edges {\n        node {\n          number\n          state\n          receivedOn\n          actBy\n          isOverdue\n          name\n          region {\n            code\n            fullName\n          }\n        }\n      }\n    }\n  }\n',
): typeof import('./graphql.ts').DeskRegistrationInboxDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: '\n  query DeskRegistrationCase($number: ID!) {\n    registrationCase(number: $number) {\n      number\n      state\n      version\n      decision\n      receivedOn\n      dueOn\n      actBy\n      isOverdue\n      decidedOn\n      name\n      person\n      type {\n        code\n        name\n      }\n      industry {\n        code\n        name\n      }\n      capitalCny\n      businessScope\n      address\n      defects {\n        about\n        problem\n      }\n      enterprise {\n        uscc\n        name\n      }\n      times {\n        officialHours\n        applicantHours\n        suspendedHours\n      }\n      timeline {\n        on\n        at\n        step\n        side\n        note\n      }\n      region {\n        code\n        fullName\n      }\n    }\n  }\n',
): typeof import('./graphql.ts').DeskRegistrationCaseDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: '\n  fragment DeskLandStep on LandCasePayload {\n    case {\n      version\n    }\n    userErrors {\n      code\n      message\n      field\n    }\n  }\n',
): typeof import('./graphql.ts').DeskLandStepFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: '\n    mutation DeskLandAccept($number: ID!, $expectedVersion: Int!, $idempotencyKey: ID!) {\n      step: acceptLandCase(\n        number: $number\n        expectedVersion: $expectedVersion\n        idempotencyKey: $idempotencyKey\n      ) {\n        ...DeskLandStep\n      }\n    }\n  ',
): typeof import('./graphql.ts').DeskLandAcceptDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: '\n    mutation DeskLandReturn(\n      $number: ID!\n      $defects: [CaseDefectInput!]!\n      $expectedVersion: Int!\n      $idempotencyKey: ID!\n    ) {\n      step: returnLandCase(\n        number: $number\n        defects: $defects\n        expectedVersion: $expectedVersion\n        idempotencyKey: $idempotencyKey\n      ) {\n        ...DeskLandStep\n      }\n    }\n  ',
): typeof import('./graphql.ts').DeskLandReturnDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: '\n    mutation DeskLandDecline($number: ID!, $reason: String!, $expectedVersion: Int!, $idempotencyKey: ID!) {\n      step: declineLandCase(\n        number: $number\n        reason: $reason\n        expectedVersion: $expectedVersion\n        idempotencyKey: $idempotencyKey\n      ) {\n        ...DeskLandStep\n      }\n    }\n  ',
): typeof import('./graphql.ts').DeskLandDeclineDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: '\n    mutation DeskLandReview($number: ID!, $expectedVersion: Int!, $idempotencyKey: ID!) {\n      step: startLandCaseReview(\n        number: $number\n        expectedVersion: $expectedVersion\n        idempotencyKey: $idempotencyKey\n      ) {\n        ...DeskLandStep\n      }\n    }\n  ',
): typeof import('./graphql.ts').DeskLandReviewDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: '\n    mutation DeskLandSuspend($number: ID!, $reason: String!, $expectedVersion: Int!, $idempotencyKey: ID!) {\n      step: suspendLandCase(\n        number: $number\n        reason: $reason\n        expectedVersion: $expectedVersion\n        idempotencyKey: $idempotencyKey\n      ) {\n        ...DeskLandStep\n      }\n    }\n  ',
): typeof import('./graphql.ts').DeskLandSuspendDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: '\n    mutation DeskLandResume($number: ID!, $expectedVersion: Int!, $idempotencyKey: ID!) {\n      step: resumeLandCase(\n        number: $number\n        expectedVersion: $expectedVersion\n        idempotencyKey: $idempotencyKey\n      ) {\n        ...DeskLandStep\n      }\n    }\n  ',
): typeof import('./graphql.ts').DeskLandResumeDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: '\n    mutation DeskLandExtend(\n      $number: ID!\n      $days: Int!\n      $reason: String!\n      $expectedVersion: Int!\n      $idempotencyKey: ID!\n    ) {\n      step: extendLandCase(\n        number: $number\n        days: $days\n        reason: $reason\n        expectedVersion: $expectedVersion\n        idempotencyKey: $idempotencyKey\n      ) {\n        ...DeskLandStep\n      }\n    }\n  ',
): typeof import('./graphql.ts').DeskLandExtendDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: '\n    mutation DeskLandDecide(\n      $number: ID!\n      $decision: CaseDecision!\n      $reason: String\n      $expectedVersion: Int!\n      $idempotencyKey: ID!\n    ) {\n      step: decideLandCase(\n        number: $number\n        decision: $decision\n        reason: $reason\n        expectedVersion: $expectedVersion\n        idempotencyKey: $idempotencyKey\n      ) {\n        ...DeskLandStep\n      }\n    }\n  ',
): typeof import('./graphql.ts').DeskLandDecideDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: '\n    mutation DeskLandDeliver($number: ID!, $expectedVersion: Int!, $idempotencyKey: ID!) {\n      step: deliverLandCase(\n        number: $number\n        expectedVersion: $expectedVersion\n        idempotencyKey: $idempotencyKey\n      ) {\n        ...DeskLandStep\n      }\n    }\n  ',
): typeof import('./graphql.ts').DeskLandDeliverDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: '\n  query DeskLandInbox($filter: LandCaseInboxFilter, $first: Int!, $after: String) {\n    inbox: landCaseInbox(filter: $filter, first: $first, after: $after) {\n      totalCount\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      edges {\n        node {\n          number\n          state\n          receivedOn\n          actBy\n          isOverdue\n          kind\n          applicant {\n            uscc\n            name\n          }\n          region {\n            code\n            fullName\n          }\n        }\n      }\n    }\n  }\n',
): typeof import('./graphql.ts').DeskLandInboxDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: '\n  query DeskLandCase($number: ID!) {\n    landCase(number: $number) {\n      number\n      state\n      version\n      decision\n      receivedOn\n      dueOn\n      statutoryDueOn\n      actBy\n      isOverdue\n      decidedOn\n      extensionDays\n      kind\n      registration {\n        unit {\n          code\n        }\n        holderName\n        holderBefore\n        priceCny\n        deedTax\n      }\n      planning {\n        projectName\n        location\n        areaM2\n        landUse {\n          code\n          name\n        }\n        parcel {\n          code\n        }\n        permit\n      }\n      certificate {\n        identifier\n      }\n      times {\n        officialHours\n        applicantHours\n        suspendedHours\n      }\n      timeline {\n        on\n        at\n        step\n        side\n        note\n        defects {\n          about\n          problem\n        }\n      }\n      applicant {\n        uscc\n        name\n      }\n      region {\n        code\n        fullName\n      }\n    }\n  }\n',
): typeof import('./graphql.ts').DeskLandCaseDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: '\n  fragment DeskPermitsStep on CasePayload {\n    case {\n      version\n    }\n    userErrors {\n      code\n      message\n      field\n    }\n  }\n',
): typeof import('./graphql.ts').DeskPermitsStepFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: '\n    mutation DeskPermitsAccept(\n      $number: ID!\n      $followUp: CaseFollowUpInput\n      $commitment: CaseCommitmentInput\n      $expectedVersion: Int!\n      $idempotencyKey: ID!\n    ) {\n      step: acceptCase(\n        number: $number\n        followUp: $followUp\n        commitment: $commitment\n        expectedVersion: $expectedVersion\n        idempotencyKey: $idempotencyKey\n      ) {\n        ...DeskPermitsStep\n      }\n    }\n  ',
): typeof import('./graphql.ts').DeskPermitsAcceptDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: '\n    mutation DeskPermitsReturn(\n      $number: ID!\n      $defects: [CaseDefectInput!]!\n      $expectedVersion: Int!\n      $idempotencyKey: ID!\n    ) {\n      step: returnCase(\n        number: $number\n        defects: $defects\n        expectedVersion: $expectedVersion\n        idempotencyKey: $idempotencyKey\n      ) {\n        ...DeskPermitsStep\n      }\n    }\n  ',
): typeof import('./graphql.ts').DeskPermitsReturnDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: '\n    mutation DeskPermitsDecline(\n      $number: ID!\n      $reason: String!\n      $expectedVersion: Int!\n      $idempotencyKey: ID!\n    ) {\n      step: declineCase(\n        number: $number\n        reason: $reason\n        expectedVersion: $expectedVersion\n        idempotencyKey: $idempotencyKey\n      ) {\n        ...DeskPermitsStep\n      }\n    }\n  ',
): typeof import('./graphql.ts').DeskPermitsDeclineDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: '\n    mutation DeskPermitsReview($number: ID!, $expectedVersion: Int!, $idempotencyKey: ID!) {\n      step: startCaseReview(\n        number: $number\n        expectedVersion: $expectedVersion\n        idempotencyKey: $idempotencyKey\n      ) {\n        ...DeskPermitsStep\n      }\n    }\n  ',
): typeof import('./graphql.ts').DeskPermitsReviewDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: '\n    mutation DeskPermitsSuspend(\n      $number: ID!\n      $reason: String!\n      $expectedVersion: Int!\n      $idempotencyKey: ID!\n    ) {\n      step: suspendCase(\n        number: $number\n        reason: $reason\n        expectedVersion: $expectedVersion\n        idempotencyKey: $idempotencyKey\n      ) {\n        ...DeskPermitsStep\n      }\n    }\n  ',
): typeof import('./graphql.ts').DeskPermitsSuspendDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: '\n    mutation DeskPermitsResume($number: ID!, $expectedVersion: Int!, $idempotencyKey: ID!) {\n      step: resumeCase(number: $number, expectedVersion: $expectedVersion, idempotencyKey: $idempotencyKey) {\n        ...DeskPermitsStep\n      }\n    }\n  ',
): typeof import('./graphql.ts').DeskPermitsResumeDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: '\n    mutation DeskPermitsExtend(\n      $number: ID!\n      $days: Int!\n      $reason: String!\n      $expectedVersion: Int!\n      $idempotencyKey: ID!\n    ) {\n      step: extendCase(\n        number: $number\n        days: $days\n        reason: $reason\n        expectedVersion: $expectedVersion\n        idempotencyKey: $idempotencyKey\n      ) {\n        ...DeskPermitsStep\n      }\n    }\n  ',
): typeof import('./graphql.ts').DeskPermitsExtendDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: '\n    mutation DeskPermitsDecide(\n      $number: ID!\n      $decision: CaseDecision!\n      $reason: String\n      $permit: GrantedPermitInput\n      $expectedVersion: Int!\n      $idempotencyKey: ID!\n    ) {\n      step: decideCase(\n        number: $number\n        decision: $decision\n        reason: $reason\n        permit: $permit\n        expectedVersion: $expectedVersion\n        idempotencyKey: $idempotencyKey\n      ) {\n        ...DeskPermitsStep\n      }\n    }\n  ',
): typeof import('./graphql.ts').DeskPermitsDecideDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: '\n    mutation DeskPermitsDeliver($number: ID!, $expectedVersion: Int!, $idempotencyKey: ID!) {\n      step: deliverCase(number: $number, expectedVersion: $expectedVersion, idempotencyKey: $idempotencyKey) {\n        ...DeskPermitsStep\n      }\n    }\n  ',
): typeof import('./graphql.ts').DeskPermitsDeliverDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: '\n  query DeskPermitsInbox($filter: CaseInboxFilter, $first: Int!, $after: String) {\n    inbox: caseInbox(filter: $filter, first: $first, after: $after) {\n      totalCount\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      edges {\n        node {\n          number\n          state\n          receivedOn\n          actBy\n          isOverdue\n          serviceItem {\n            code\n            name\n          }\n          applicant {\n            uscc\n            name\n          }\n          region {\n            code\n            fullName\n          }\n        }\n      }\n    }\n  }\n',
): typeof import('./graphql.ts').DeskPermitsInboxDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: '\n  query DeskPermitsCase($number: ID!) {\n    case(number: $number) {\n      number\n      state\n      version\n      decision\n      receivedOn\n      dueOn\n      statutoryDueOn\n      actBy\n      isOverdue\n      decidedOn\n      extensionDays\n      form\n      formSchema\n      prefill {\n        field\n        state\n        department\n        coordinate\n        readAt\n        verdict\n      }\n      materials {\n        id\n        material\n        name\n        bytes\n        mediaType\n        at\n        path\n      }\n      followUp {\n        materials\n        by\n      }\n      times {\n        officialHours\n        applicantHours\n        suspendedHours\n      }\n      timeline {\n        on\n        at\n        step\n        side\n        note\n        defects {\n          about\n          problem\n        }\n      }\n      serviceItem {\n        code\n        name\n        guide {\n          materials {\n            name\n            need\n          }\n        }\n      }\n      applicant {\n        uscc\n        name\n      }\n      region {\n        code\n        fullName\n      }\n      permit {\n        number\n        name\n      }\n    }\n  }\n',
): typeof import('./graphql.ts').DeskPermitsCaseDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: '\n  query DeskRegions {\n    regions(filter: { parent: "32" }, first: 20) {\n      edges {\n        node {\n          code\n          name\n        }\n      }\n    }\n  }\n',
): typeof import('./graphql.ts').DeskRegionsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: '\n  subscription DeskNews {\n    inbox {\n      id\n      case {\n        number\n      }\n    }\n  }\n',
): typeof import('./graphql.ts').DeskNewsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: '\n  query DevelopersVersion {\n    dataResources(first: 1) {\n      edges {\n        node {\n          version\n        }\n      }\n    }\n    departments {\n      name\n    }\n  }\n',
): typeof import('./graphql.ts').DevelopersVersionDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: '\n  query DevelopersCatalogue($after: String) {\n    dataResources(first: 100, after: $after) {\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      edges {\n        node {\n          coordinate\n          summary\n          sharing\n          basis\n          cycle\n          department {\n            name\n          }\n          fields {\n            coordinate\n            type\n            summary\n            sharing\n            basis\n            cycle\n          }\n        }\n      }\n    }\n  }\n',
): typeof import('./graphql.ts').DevelopersCatalogueDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: '\n  query DevelopersChanges($after: String) {\n    supergraphVersions(first: 20, after: $after) {\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      edges {\n        node {\n          version\n          createdAt\n          reason\n          note\n          changes {\n            kind\n            severity\n            coordinate\n            message\n          }\n        }\n      }\n    }\n  }\n',
): typeof import('./graphql.ts').DevelopersChangesDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: '\n  query Enterprise($uscc: USCC!) {\n    enterprise(uscc: $uscc) {\n      uscc\n      name\n      status\n      type {\n        name\n      }\n      industry {\n        code\n        name\n      }\n      region {\n        code\n        fullName\n      }\n      registeredCapital {\n        amount\n        currency\n        text\n      }\n      registeredOn\n      businessScope\n      formerNames {\n        name\n        until\n      }\n      parent {\n        uscc\n        name\n      }\n      changes(first: 20) {\n        totalCount\n        edges {\n          node {\n            changedOn\n            item\n            before\n            after\n          }\n        }\n      }\n      source\n      ... @defer(label: "permits") {\n        permits(first: 20) {\n          totalCount\n          edges {\n            node {\n              number\n              name\n              status\n              validFrom\n              validUntil\n              issuingAuthority\n              certificate {\n                path\n                state\n              }\n            }\n          }\n        }\n      }\n      ... @defer(label: "tax") {\n        taxpayer {\n          id\n          authority\n          aListYears\n        }\n      }\n      ... @defer(label: "land") {\n        landSupplies(first: 10) {\n          totalCount\n          edges {\n            node {\n              id\n              projectName\n              location\n              areaM2\n              way\n              wayText\n              signedOn\n            }\n          }\n        }\n      }\n    }\n  }\n',
): typeof import('./graphql.ts').EnterpriseDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: '\n  query EnterpriseConditional($uscc: USCC!) {\n    enterprise(uscc: $uscc) {\n      uscc\n      taxpayer {\n        id\n        creditGrades {\n          year\n          grade\n        }\n      }\n      parcels(first: 20) {\n        totalCount\n        edges {\n          node {\n            code\n            location\n            areaM2\n            geometry {\n              coordinates\n            }\n          }\n        }\n      }\n      cases(first: 10) {\n        totalCount\n        edges {\n          node {\n            number\n            state\n            receivedOn\n            serviceItem {\n              name\n            }\n          }\n        }\n      }\n      accesses(first: 20) {\n        totalCount\n        edges {\n          node {\n            at\n            client\n            department\n            basis\n            fields\n            outcome\n          }\n        }\n      }\n    }\n  }\n',
): typeof import('./graphql.ts').EnterpriseConditionalDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: '\n  query Home($region: RegionCode!, $province: RegionCode!, $isShort: Boolean!) {\n    region(code: $region) {\n      code\n      name\n      fullName\n    }\n    province: region(code: $province) @skip(if: $isShort) {\n      code\n      name\n      children(first: 100) {\n        edges {\n          node {\n            code\n            name\n          }\n        }\n      }\n    }\n    matters {\n      code\n      name\n      nameEn\n      promisedDays\n      steps {\n        department\n      }\n    }\n    serviceItems(filter: { region: $region, noVisit: true }, first: 8) {\n      totalCount\n      edges {\n        node {\n          code\n          name\n          guide {\n            promisedDays\n          }\n        }\n      }\n    }\n  }\n',
): typeof import('./graphql.ts').HomeDocument;

export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}

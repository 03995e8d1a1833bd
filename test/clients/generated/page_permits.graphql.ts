/**
 * @generated SignedSource<<85f57fe049e34eea6c4811d876776f2f>>
 * @lightSyntaxTransform
 */

/* tslint:disable */
/* eslint-disable */
// @ts-nocheck

import type { ReaderFragment } from 'relay-runtime';
import type { FragmentRefs } from "relay-runtime";
export type page_permits$data = {
  readonly permits: {
    readonly edges: ReadonlyArray<{
      readonly node: {
        readonly name: string;
        readonly number: string;
      };
    }>;
  } | null | undefined;
  readonly " $fragmentType": "page_permits";
};
export type page_permits$key = {
  readonly " $data"?: page_permits$data;
  readonly " $fragmentSpreads": FragmentRefs<"page_permits">;
};

const node: ReaderFragment = {
  "argumentDefinitions": [],
  "kind": "Fragment",
  "metadata": null,
  "name": "page_permits",
  "selections": [
    {
      "alias": null,
      "args": [
        {
          "kind": "Literal",
          "name": "first",
          "value": 5
        }
      ],
      "concreteType": "PermitConnection",
      "kind": "LinkedField",
      "name": "permits",
      "plural": false,
      "selections": [
        {
          "alias": null,
          "args": null,
          "concreteType": "PermitEdge",
          "kind": "LinkedField",
          "name": "edges",
          "plural": true,
          "selections": [
            {
              "alias": null,
              "args": null,
              "concreteType": "Permit",
              "kind": "LinkedField",
              "name": "node",
              "plural": false,
              "selections": [
                {
                  "alias": null,
                  "args": null,
                  "kind": "ScalarField",
                  "name": "number",
                  "storageKey": null
                },
                {
                  "alias": null,
                  "args": null,
                  "kind": "ScalarField",
                  "name": "name",
                  "storageKey": null
                }
              ],
              "storageKey": null
            }
          ],
          "storageKey": null
        }
      ],
      "storageKey": "permits(first:5)"
    }
  ],
  "type": "Enterprise",
  "abstractKey": null
};

(node as any).hash = "19efad00bfcb551494377226e18bd026";

export default node;

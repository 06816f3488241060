type Component = {
  readonly purl: string;
  readonly hashes?: readonly { readonly alg: string; readonly content: string }[];
};

export function billOfMaterials(lock: object): {
  readonly bomFormat: string;
  readonly specVersion: string;
  readonly components: readonly Component[];
};

export function writeBillOfMaterials(): void;

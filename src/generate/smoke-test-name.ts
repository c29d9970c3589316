import type { ApiOperation } from '../model/api.js';
import { wordsOf } from '../model/words.js';

/** `test_get_pets_pet_id_success`: the name from which the route is found again. */
export function smokeTestName({ method, path }: Pick<ApiOperation, 'method' | 'path'>): string {
  return ['test', method.toLowerCase(), ...wordsOf(path), 'success'].join('_');
}

/** `test_smoke_pets.py`: the file for everything under the first segment of the path that is no parameter. */
export function smokeFileName({ path }: Pick<ApiOperation, 'path'>): string {
  const segments = path.split('/').filter((segment) => segment !== '' && !/^(\{|(api|rest|v\d{1,3})$)/i.test(segment));
  return `test_smoke_${
    wordsOf(segments[0] ?? '')
      .join('_')
      .slice(0, 60) || 'root'
  }.py`;
}

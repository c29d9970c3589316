import fc from 'fast-check';

// The same values in every run: a test that fails, fails for everybody. FC_SEED searches elsewhere.
fc.configureGlobal({ seed: Number(process.env['FC_SEED'] ?? '20260101') });

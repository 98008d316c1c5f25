/** The code systems this app writes in, and asks its own scores by. In how many spellings charts name them is the terminology's part. @see FHIR R4 terminologies-systems */
export const LOINC = 'http://loinc.org';
export const RXNORM = 'http://www.nlm.nih.gov/research/umls/rxnorm';
export const SNOMED = 'http://snomed.info/sct';
export const UCUM = 'http://unitsofmeasure.org';

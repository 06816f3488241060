/**
 * The people of a contact: the children it is about, their family, and who told us, each as they were named when we were told.
 *
 * Where a child has been matched to a person on record, the way there is shown; where a child lives at a guarded address, nothing of the
 * place is, except to roles that read such addresses. What is not safe to do or say stands before everything else about somebody.
 */
export { ChildrenOf, FamilyOf, tellerInWords, WhoToldUs } from './pages.tsx';

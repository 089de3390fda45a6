/** A package that forgot to refuse null. */
package nullable;

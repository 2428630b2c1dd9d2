package dev.quarry.check;

import java.util.Set;

/// Names that languages write so differently that a translation need not have them.
final class CustomaryNames {

    private static final Set<String> NAMES = Set.of("""
            main init constructor new tostring str repr equals eq ne hash hashcode compareto cmp lt le gt ge iter next \
            len length size enter exit close dispose del drop string format fmt tos inspect call invoke clone copy \
            default from into deref index contains getitem setitem delitem bool add sub initialize each finalize \
            destruct construct setup teardown companion test tests impl values valueof error builder create of get set""".split(" "));

    private CustomaryNames() {}

    /// @param plain as [Names#plain] makes it
    static boolean has(String plain) {
        return NAMES.contains(plain);
    }
}

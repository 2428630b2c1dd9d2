package dev.quarry.ui.usage;

/// An axis from nothing to a little more than a value, with ticks at round numbers.
///
/// @param upper where it ends, a multiple of the unit
/// @param unit from tick to tick: 1, 2 or 5 times a power of ten
record Scale(double upper, double unit) {
    private static final int MOST_TICKS = 5;

    /// @param highest what has to fit
    /// @param least the least unit, such as 1 for what is counted in whole numbers
    static Scale of(double highest, double least) {
        var wanted = Math.max(highest / MOST_TICKS, least);
        var power = Math.pow(10, Math.floor(Math.log10(wanted)));
        var unit = power;
        for (var step : new double[] {2, 5, 10}) {
            if (unit < wanted * (1 - 1e-9)) {
                unit = power * step;
            }
        }
        return new Scale(Math.max(1, Math.ceil(highest / unit * (1 - 1e-9))) * unit, unit);
    }
}

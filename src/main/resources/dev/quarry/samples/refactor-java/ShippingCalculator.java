import java.util.List;

public class ShippingCalculator {

    public static class Item {
        public int grams;
        public int priceCents;
        public int quantity;
    }

    public static class Order {
        public List<Item> items;
        public String country;
    }

    // returns cents
    public int calculate(Order o, String type, boolean gift) {
        int result = 0;
        if (o != null) {
            if (o.items != null && o.items.size() > 0) {
                int w = 0;
                int total = 0;
                for (int i = 0; i < o.items.size(); i++) {
                    w = w + o.items.get(i).grams * o.items.get(i).quantity;
                    total = total + o.items.get(i).priceCents * o.items.get(i).quantity;
                }
                if (type.equals("STANDARD")) {
                    if (w <= 1000) {
                        result = 490;
                    } else if (w <= 5000) {
                        result = 690;
                    } else {
                        result = 690 + ((w - 5000 + 999) / 1000) * 120;
                    }
                    if (total >= 5000) {
                        result = 0;
                    }
                } else if (type.equals("EXPRESS")) {
                    if (w <= 1000) {
                        result = 990;
                    } else if (w <= 5000) {
                        result = 1490;
                    } else {
                        result = 1490 + ((w - 5000 + 999) / 1000) * 250;
                    }
                    if (total >= 15000) {
                        result = result / 2;
                    }
                } else if (type.equals("PICKUP")) {
                    result = 0;
                } else {
                    throw new IllegalArgumentException("unknown shipping type: " + type);
                }
                if (!type.equals("PICKUP")) {
                    if (o.country.equals("DE")) {
                        // domestic, nothing to add
                    } else if (o.country.equals("AT") || o.country.equals("CH")) {
                        result = result + 600;
                    } else {
                        result = result + 1500;
                    }
                }
                if (gift) {
                    result = result + 350;
                }
            }
        }
        return result;
    }
}

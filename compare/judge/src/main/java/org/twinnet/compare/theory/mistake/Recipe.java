package org.twinnet.compare.theory.mistake;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How a training step is computed: by the right formulas, except for what is stated here.
 *
 * @param patches the chapters and numbers that are other ones, by place
 * @param variants where other numbers go into the formulas
 */
public record Recipe(Map<Place, Patch<?>> patches, Set<VariantAt> variants) {

    /** The right formulas. */
    public static final Recipe RIGHT = new Recipe(Map.of(), Set.of());

    /**
     * Where a patch is made; of each kind one at a place.
     *
     * @param part the part of the step
     * @param layer layer, from 1; 0 for what belongs to no layer
     * @param kind kind of patch
     */
    public record Place(Part<?> part, int layer, String kind) {}

    /**
     * A variant of one layer.
     *
     * @param variant which
     * @param layer layer, from 1; 0 for the whole step
     */
    public record VariantAt(Variant variant, int layer) {}

    /**
     * Copies the collections.
     *
     * @param patches the patches
     * @param variants the variants
     */
    public Recipe {
        patches = Map.copyOf(patches);
        variants = Set.copyOf(variants);
    }

    /**
     * The same with one part patched.
     *
     * @param <T> what the part is
     * @param part which
     * @param layer its layer
     * @param patch the patch
     * @return a new recipe
     */
    public <T> Recipe with(Part<T> part, int layer, Patch<T> patch) {
        Map<Place, Patch<?>> more = new HashMap<>(patches);
        more.put(new Place(part, layer, patch.kind()), patch);
        return new Recipe(more, variants);
    }

    /**
     * The same with one variant.
     *
     * @param variant which
     * @param layer its layer
     * @return a new recipe
     */
    public Recipe with(Variant variant, int layer) {
        Set<VariantAt> more = new HashSet<>(variants);
        more.add(new VariantAt(variant, layer));
        return new Recipe(patches, more);
    }

    /**
     * The same without a variant, wherever it is followed.
     *
     * @param variant which
     * @return a new recipe
     */
    public Recipe without(Variant variant) {
        Set<VariantAt> fewer = new HashSet<>(variants);
        fewer.removeIf(at -> at.variant() == variant);
        return new Recipe(patches, fewer);
    }

    /**
     * Both at once.
     *
     * @param other another recipe
     * @return a new recipe; empty when both speak of the same place
     */
    public Optional<Recipe> and(Recipe other) {
        Map<Place, Patch<?>> bothPatches = new HashMap<>(patches);
        bothPatches.putAll(other.patches);
        Set<VariantAt> bothVariants = new HashSet<>(variants);
        bothVariants.addAll(other.variants);
        boolean apart = bothPatches.size() == patches.size() + other.patches.size()
                && bothVariants.size() == variants.size() + other.variants.size();
        return apart ? Optional.of(new Recipe(bothPatches, bothVariants)) : Optional.empty();
    }

    /**
     * Whether it makes all the changes of another one, and more.
     *
     * @param other another recipe
     * @return true if the other one is a part of it
     */
    public boolean exceeds(Recipe other) {
        return !equals(other)
                && patches.entrySet().containsAll(other.patches.entrySet())
                && variants.containsAll(other.variants);
    }

    /**
     * The same upon other formulas than the right ones: factors of both multiply, of everything else this recipe's
     * counts.
     *
     * @param base the formulas that this recipe changes
     * @return a new recipe
     */
    public Recipe on(Recipe base) {
        Map<Place, Patch<?>> both = new HashMap<>(base.patches);
        patches.forEach((place, patch) -> both.merge(place, patch, (below, own) -> own.upon(below)));
        Set<VariantAt> all = new HashSet<>(base.variants);
        all.addAll(variants);
        return new Recipe(both, all);
    }

    /**
     * Whether the network comes to the right parameters: nothing but the cost is computed otherwise, whatever the
     * bookkeeping.
     *
     * @return true if each step comes out right
     */
    public boolean trainsRight() {
        return patches.keySet().stream()
                        .allMatch(place -> isBesideTraining(place.part().reach()))
                && variants.stream().allMatch(at -> at.variant().isBookkeeping());
    }

    private static boolean isBesideTraining(Part.Reach reach) {
        return reach == Part.Reach.COST || reach == Part.Reach.ASIDE;
    }

    /**
     * Whether the update is computed otherwise.
     *
     * @return true if a part of the update is patched
     */
    public boolean isOfUpdate() {
        return patches.keySet().stream().anyMatch(place -> place.part().reach() == Part.Reach.UPDATE);
    }

    /**
     * Whether a mask is read off the trace's own numbers, which then tell nothing of themselves.
     *
     * @return true if something in the formulas is not known but by what they are held against
     */
    public boolean readsOff() {
        return variants.stream().anyMatch(at -> at.variant().readsOff());
    }

    /**
     * What is computed at a place.
     *
     * @param <T> what the part is
     * @param part the part of the step
     * @param layer its layer
     * @param right the right chapter or number
     * @return the right one where nothing is patched
     */
    public <T> T at(Part<T> part, int layer, T right) {
        if (patches.isEmpty()) {
            return right;
        }
        List<Patch<?>> here = patches.entrySet().stream()
                .filter(of -> of.getKey().part() == part && of.getKey().layer() == layer)
                .map(Map.Entry::getValue)
                .sorted(Comparator.<Patch<?>, Patch.Order>comparing(Patch::order)
                        .thenComparing(Patch::kind))
                .toList();
        T patched = right;
        for (Patch<?> patch : here) {
            @SuppressWarnings("unchecked") // put in by with, whose part and patch are of one type
            Patch<T> own = (Patch<T>) patch;
            patched = own.of(patched);
        }
        return patched;
    }

    /**
     * Whether a variant is followed.
     *
     * @param variant which
     * @param layer its layer
     * @return true if it is stated here
     */
    public boolean has(Variant variant, int layer) {
        return variants.contains(new VariantAt(variant, layer));
    }
}

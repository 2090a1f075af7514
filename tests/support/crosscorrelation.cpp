// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "crosscorrelation.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <iterator>
#include <numeric>
#include <vector>

namespace islet::test {

namespace {

using Samples = std::vector<float>;

Samples withoutOffset(std::span<const float> samples)
{
    const double sum = std::accumulate(samples.begin(), samples.end(), 0.0);
    const auto mean = static_cast<float>(sum / static_cast<double>(std::max<std::size_t>(samples.size(), 1)));
    Samples centred(samples.begin(), samples.end());
    for (float &sample : centred)
        sample -= mean;
    return centred;
}

//! Returns prefix sums of the energy: that of [a, b) is [b] - [a].
std::vector<double> energies(const Samples &samples)
{
    std::vector<double> sums(samples.size() + 1);
    for (std::size_t i = 0; i < samples.size(); ++i)
        sums[i + 1] = sums[i] + static_cast<double>(samples[i]) * samples[i];
    return sums;
}

//! Uses eight accumulators so that the compiler can vectorise; a single sum would have to be computed in order.
double dotProduct(const float *one, const float *other, std::size_t size)
{
    constexpr std::size_t lanes = 8;
    float sums[lanes] = {};
    std::size_t i = 0;
    for (; i + lanes <= size; i += lanes) {
        for (std::size_t lane = 0; lane < lanes; ++lane)
            sums[lane] += one[i + lane] * other[i + lane];
    }
    double sum = std::accumulate(std::begin(sums), std::end(sums), 0.0);
    for (; i < size; ++i)
        sum += static_cast<double>(one[i]) * other[i];
    return sum;
}

} // namespace

Delay delayBetween(std::span<const float> mouth, std::span<const float> ear, int rate)
{
    constexpr double leastOverlap = 0.5; // of the energy; a few samples at the edges correlate by chance
    const Samples said = withoutOffset(mouth);
    const Samples heard = withoutOffset(ear);
    const auto saidEnergies = energies(said);
    const auto heardEnergies = energies(heard);

    Delay best;
    for (int lag = -rate / 10; lag <= rate; ++lag) {
        const auto saidFrom = static_cast<std::size_t>(std::max(0, -lag));
        const auto heardFrom = static_cast<std::size_t>(std::max(0, lag));
        if (saidFrom >= said.size() || heardFrom >= heard.size())
            continue;
        const std::size_t size = std::min(said.size() - saidFrom, heard.size() - heardFrom);
        const double saidEnergy = saidEnergies[saidFrom + size] - saidEnergies[saidFrom];
        const double heardEnergy = heardEnergies[heardFrom + size] - heardEnergies[heardFrom];
        if (saidEnergy <= leastOverlap * saidEnergies.back() || heardEnergy <= leastOverlap * heardEnergies.back())
            continue;
        const double correlation =
            dotProduct(&said[saidFrom], &heard[heardFrom], size) / std::sqrt(saidEnergy * heardEnergy);
        if (correlation > best.correlation)
            best = {1'000.0 * lag / rate, correlation};
    }
    return best;
}

} // namespace islet::test

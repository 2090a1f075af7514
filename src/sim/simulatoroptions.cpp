// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "sim/simulatoroptions.h"

#include "base/quoted.h"
#include "base/sentence.h"

#include <QSet>
#include <QUrlQuery>

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;

namespace islet {

namespace {

using Walk = SimulatorOptions::Walk;

struct NumberOption {
    enum class Kind { Whole, Real };

    QLatin1StringView name;
    Kind kind;
    double minimum;
    double maximum;
    QLatin1StringView unit; //!< with a leading space
    void (*set)(SimulatorOptions &options, double value);
};

constexpr auto whole = NumberOption::Kind::Whole;
constexpr auto real = NumberOption::Kind::Real;

std::chrono::milliseconds milliseconds(double count)
{
    return std::chrono::milliseconds(static_cast<std::int64_t>(count));
}

const NumberOption numbers[] = {
    {"peers"_L1, whole, 0, SimulatorOptions::maxPeers, ""_L1,
     [](SimulatorOptions &o, double value) { o.peers = static_cast<int>(value); }},
    {"seed"_L1, whole, 0, std::numeric_limits<std::uint32_t>::max(), ""_L1,
     [](SimulatorOptions &o, double value) { o.seed = static_cast<std::uint32_t>(value); }},
    {"speed"_L1, real, 0, 20, " metres a second"_L1,
     [](SimulatorOptions &o, double value) { o.speed = static_cast<float>(value); }},
    {"spread"_L1, real, 1, 5'000, " metres"_L1,
     [](SimulatorOptions &o, double value) { o.spread = static_cast<float>(value); }},
    {"chat"_L1, whole, 0, 600, " lines a minute"_L1,
     [](SimulatorOptions &o, double value) { o.chat = static_cast<int>(value); }},
    {"talk"_L1, whole, 0, 32, " people at once"_L1,
     [](SimulatorOptions &o, double value) { o.talk = static_cast<int>(value); }},
    {"loss"_L1, real, 0, 1, ""_L1, [](SimulatorOptions &o, double value) { o.loss = value; }},
    {"latency"_L1, whole, 0, 5'000, " milliseconds"_L1,
     [](SimulatorOptions &o, double value) { o.latency = milliseconds(value); }},
    {"jitter"_L1, whole, 0, 2'000, " milliseconds"_L1,
     [](SimulatorOptions &o, double value) { o.jitter = milliseconds(value); }},
    {"churn"_L1, whole, 0, 600, " times a minute"_L1,
     [](SimulatorOptions &o, double value) { o.churn = static_cast<int>(value); }},
};

tl::unexpected<Error> invalid(const QString &sentence)
{
    return failure(ErrorCode::InvalidConnectionString, sentence);
}

tl::unexpected<Error> cannotTake(const QString &value, const QString &name, const QString &allowed)
{
    return invalid(Sentence::tr("The simulator option %2 can't be %1: it takes %3.").arg(quoted(value), name, allowed));
}

Expected<void> setNumber(SimulatorOptions &options, const NumberOption &option, const QString &text)
{
    bool isNumber = false;
    const double value =
        option.kind == whole ? static_cast<double>(text.toLongLong(&isNumber)) : text.toDouble(&isNumber);
    if (isNumber && value >= option.minimum && value <= option.maximum) {
        option.set(options, value);
        return {};
    }
    return cannotTake(text, option.name,
                      Sentence::tr("a %1 from %2 to %3%4")
                          .arg(option.kind == whole ? Sentence::tr("whole number") : Sentence::tr("number"))
                          .arg(option.minimum, 0, 'f', 0)
                          .arg(option.maximum, 0, 'f', 0)
                          .arg(option.unit));
}

Expected<void> setWalk(SimulatorOptions &options, const QString &text)
{
    if (text == "circle"_L1)
        options.walk = Walk::Circle;
    else if (text == "wander"_L1)
        options.walk = Walk::Wander;
    else if (text == "crowd"_L1)
        options.walk = Walk::Crowd;
    else
        return cannotTake(text, u"walk"_s, Sentence::tr("circle, wander or crowd"));
    return {};
}

Expected<void> setOption(SimulatorOptions &options, const QString &name, const QString &value)
{
    if (name == "walk"_L1)
        return setWalk(options, value);
    const auto *const option = std::ranges::find(numbers, name, &NumberOption::name);
    if (option != std::end(numbers))
        return setNumber(options, *option, value);
    return invalid(
        Sentence::tr("The simulator has no option %1; its options are peers, seed, speed, spread, walk, chat, "
                     "talk, loss, latency, jitter and churn.")
            .arg(quoted(name)));
}

} // namespace

QStringList SimulatorOptions::names()
{
    QStringList names{u"walk"_s};
    for (const NumberOption &option : numbers)
        names.append(option.name);
    return names;
}

Expected<SimulatorOptions> SimulatorOptions::parse(QStringView parameters)
{
    SimulatorOptions options;
    const qsizetype question = parameters.indexOf(u'?');
    const QUrlQuery query(question < 0 ? QString() : parameters.sliced(question + 1).toString());
    QSet<QString> seen;
    for (const auto &[name, value] : query.queryItems()) {
        if (const auto set = setOption(options, name, value); !set)
            return tl::unexpected(set.error());
        if (seen.contains(name))
            return invalid(Sentence::tr("The simulator option %1 is given twice; give it once.").arg(quoted(name)));
        seen.insert(name);
    }
    return options;
}

float SimulatorOptions::reach() const
{
    // The area grows with the peers: each has at least 50 square metres.
    return spread.value_or(4 * std::sqrt(static_cast<float>(peers) + 1) + 8);
}

} // namespace islet

// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "ground.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace islet::bench {

namespace {

constexpr int rate = 8'000; // Hz; enough for speech, and steps of 0.125 ms
constexpr int mouthChannel = 0;
constexpr int earChannel = 1;
const auto card = u"card"_s;

// They differ in rhythm, so that none correlates with another.
const QStringList sentences{
    u"The quick brown fox jumps over the lazy dog."_s, u"Seven sharp chisels stood in a box by the door."_s,
    u"Come closer! Can you hear the waves tonight?"_s, u"On Thursday we walk around the whole island."_s};

QString sentenceFile(int number)
{
    return u"sentence%1.wav"_s.arg(number % sentences.size());
}

//! A jitter buffer may shorten a sentence by some milliseconds in the middle, and then the two halves do not correlate
//! as one: the second that correlates best determines the delay.
test::Delay bestPart(std::span<const float> said, std::span<const float> heard)
{
    constexpr std::size_t part = rate;
    constexpr std::size_t step = rate / 2;
    constexpr std::size_t maxDelay = rate / 4;
    test::Delay best = test::delayBetween(said, heard, rate);
    for (std::size_t at = 0; at + part + maxDelay <= said.size(); at += step) {
        const auto found = test::delayBetween(said.subspan(at, part), heard.subspan(at, part + maxDelay), rate);
        if (found.correlation > best.correlation)
            best = found;
    }
    return best;
}

} // namespace

bool Ground::start()
{
    const Devices names;
    const bool isReady = m_server.start() && m_server.addSink(card, 2)
        && m_server.addChannelSink(u"mouth"_s, card, mouthChannel)
        && m_server.addChannelSink(names.ear, card, earChannel)
        && m_server.addMicrophone(names.microphone, card, mouthChannel) && m_server.addSink(names.nowhere)
        && m_server.addSink(u"quiet"_s)
        && m_server.addMicrophone(names.silence, u"quiet"_s)
        // Programs that ask for no specific device must not interfere.
        && m_server.setDefaultSink(names.nowhere) && m_server.setDefaultSource(names.silence);
    if (isReady)
        m_recording = m_server.record(card + u".monitor"_s, {rate, 2, 5ms});
    if (!m_recording) {
        m_why = m_server.why();
        return false;
    }
    return prepareSpeech();
}

bool Ground::prepareSpeech()
{
    for (int i = 0; i < sentences.size(); ++i) {
        test::Background speaker;
        const QStringList arguments{u"-w"_s, m_server.path(sentenceFile(i)), sentences[i]};
        if (!speaker.start({u"espeak-ng"_s, arguments, m_server.environment()}) || !speaker.waitForEnd(20s)) {
            m_why = u"espeak-ng does not work (on Debian: apt-get install espeak-ng). "_s + speaker.why();
            return false;
        }
    }
    return true;
}

bool Ground::isRunning(const QString &kind, const QString &name)
{
    const auto answer = m_server.pactl({u"list"_s, u"short"_s, kind});
    if (!answer)
        return false;
    const QStringList lines = answer->split(u'\n');
    return std::ranges::any_of(lines, [&](const QString &line) {
        const QStringList fields = line.split(u'\t');
        return fields.value(1) == name && fields.constLast() == "RUNNING"_L1;
    });
}

QString Ground::sentence() const
{
    return m_server.path(sentenceFile(0));
}

std::optional<test::Delay> Ground::playSentence(int number)
{
    return measure(number, u"mouth"_s);
}

std::optional<test::Delay> Ground::playToBoth(int number)
{
    return measure(number, card);
}

std::optional<test::Delay> Ground::measure(int number, const QString &sink)
{
    constexpr int maxDelay = rate; // 1 s
    const qint64 begin = m_recording->size();
    const auto player = m_server.play(m_server.path(sentenceFile(number)), sink);
    if (!player || !player->waitForEnd(30s)) {
        m_why = u"The sentence could not be played: "_s + (player ? player->why() : m_server.why());
        return {};
    }
    const qint64 end = m_recording->size() + maxDelay;
    if (!m_recording->waitForSize(end, 10s)) {
        m_why = u"The recorder has ended: "_s + m_recording->why();
        return {};
    }
    return bestPart(m_recording->samples(mouthChannel, begin, end), m_recording->samples(earChannel, begin, end));
}

} // namespace islet::bench

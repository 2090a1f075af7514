// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "voicewindowstage.h"

#include "tests/support/ownhome.h"

#include <QDir>
#include <QSettings>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <span>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace islet::test {

namespace {

constexpr int mouthChannel = 0;
constexpr int earChannel = 1;

} // namespace

bool VoiceStage::start()
{
    const QString card = u"card"_s;
    const bool isReady = m_server.start() && m_server.addSink(card, 2)
        && m_server.addChannelSink(u"mouth"_s, card, mouthChannel)
        && m_server.addChannelSink(u"ear"_s, card, earChannel)
        && m_server.addMicrophone(u"microphone"_s, card, mouthChannel) && m_server.addSink(u"nowhere"_s)
        && m_server.addMicrophone(u"silence"_s, u"nowhere"_s) && m_server.setDefaultSink(u"nowhere"_s)
        && m_server.setDefaultSource(u"silence"_s);
    if (!isReady)
        return false;
    m_recording = m_server.record(card + u".monitor"_s, {rate, 2, 10ms});
    if (!m_recording)
        return false;
    Background speaker;
    const QStringList arguments{u"-w"_s, sentence(), u"The quick brown fox jumps over the lazy dog, and talks."_s};
    if (!speaker.start({u"espeak-ng"_s, arguments, m_server.environment()}) || !speaker.waitForEnd(20s)) {
        m_why = u"espeak-ng does not speak; run ./dev test, it installs it."_s;
        return false;
    }
    return true;
}

QProcessEnvironment VoiceStage::windowWith(const QString &name, const QString &microphone, const QString &loudspeaker)
{
    const QDir home(homeOf(name));
    home.mkpath(u"Islet"_s);
    QFile::setPermissions(home.path(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    {
        QSettings settings(home.filePath(u"Islet/Islet.conf"_s), QSettings::NativeFormat);
        settings.setValue(u"voice/microphone"_s, microphone.toUtf8());
        settings.setValue(u"voice/loudspeaker"_s, loudspeaker.toUtf8());
        for (const auto &stage : {u"echoCancellation"_s, u"noiseSuppression"_s, u"gainControl"_s})
            settings.setValue(u"voice/"_s + stage, false);
    }
    QProcessEnvironment environment = m_server.environment();
    giveOwnHome(environment, home.path());
    environment.insert(u"XDG_RUNTIME_DIR"_s, home.path());
    environment.insert(u"QT_QUICK_BACKEND"_s, u"software"_s);
    return environment;
}

bool VoiceStage::say()
{
    const auto player = m_server.play(sentence(), u"mouth"_s);
    return player && player->waitForEnd(30s) && waitFor(rate);
}

Delay VoiceStage::heardSince(qint64 begin) const
{
    const auto said = m_recording->samples(mouthChannel, begin, m_recording->size());
    const auto heard = m_recording->samples(earChannel, begin, m_recording->size());
    const Delay whole = delayBetween(said, heard, rate);
    // A jitter buffer may change the delay between words, so each half second is aligned separately.
    constexpr std::size_t part = rate / 2;
    constexpr std::size_t slack = rate / 20;
    const auto lag = static_cast<std::size_t>(std::max(0.0, whole.milliseconds) * rate / 1'000);
    double energies = 0;
    double correlations = 0;
    for (std::size_t at = slack; at + lag + part + slack <= said.size(); at += part) {
        const auto mouth = std::span(said).subspan(at, part);
        const auto ear = std::span(heard).subspan(at + lag - std::min(lag, slack), part + 2 * slack);
        const double energy = std::inner_product(mouth.begin(), mouth.end(), mouth.begin(), 0.0);
        energies += energy;
        correlations += energy * delayBetween(mouth, ear, rate).correlation;
    }
    return {whole.milliseconds, energies > 0 ? correlations / energies : 0};
}

double VoiceStage::loudnessSince(qint64 begin) const
{
    constexpr std::size_t frame = rate / 50;
    const auto heard = m_recording->samples(earChannel, begin, m_recording->size());
    double loudest = 0;
    for (std::size_t at = 0; at + frame <= heard.size(); at += frame) {
        double energy = 0;
        for (std::size_t i = at; i < at + frame; ++i)
            energy += static_cast<double>(heard[i]) * static_cast<double>(heard[i]);
        loudest = std::max(loudest, std::sqrt(energy / frame));
    }
    return loudest;
}

} // namespace islet::test

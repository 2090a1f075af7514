// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "audio/wavfile.h"
#include "base/error.h"
#include "identity/address.h"

#include <map>

namespace islet::ctl {

//! A folder of synchronised WAV files: mix.wav, and one for each peer who was heard.
class Recording {
public:
    static constexpr std::size_t maxPeople = 64; //!< each takes an open file, and disk space even while silent

    //! Creates the folder if it is missing. InvalidInput, one sentence, if nothing can be written there.
    static Expected<void> prepare(const QString &folder);
    //! Starts mix.wav in a prepared folder; overwrites existing files.
    static tl::expected<Recording, QString> begin(const QString &folder);

    //! Adds what this peer says during the current step.
    void add(const Address &person, std::span<const float> mono);
    //! Ends the current step in all files, with silence for peers who said nothing. The error is one sentence and
    //! final; what was written before can be played.
    tl::expected<void, QString> step(std::span<const float> stereo);
    //! Writes what is still buffered.
    tl::expected<void, QString> finish();

    //! Whether a peer has no file of their own because there are `maxPeople` others.
    bool isFull() const { return m_isFull; }

private:
    using Result = tl::expected<void, QString>;

    //! One file. It starts with silence for what it missed of the others.
    class Track {
    public:
        Track(WavWriter writer, std::int64_t samplesMissed);

        Result add(std::span<const float> interleaved);
        Result addSilence(std::size_t samples);
        Result finish();

    private:
        Result writeIfDue();
        Result writeSilence(std::int64_t most);

        WavWriter m_writer;
        std::int64_t m_silenceDue; // samples of all channels, before what is buffered
        std::vector<float> m_buffer;
    };
    struct Person {
        Track track;
        bool hasSpoken = false; // in this step
    };

    Recording(QString folder, Track mix);

    Person *personOf(const Address &address);
    void keep(const Result &result);
    Result result() const;

    QString m_folder;
    Track m_mix;
    std::map<Address, Person> m_people;
    std::int64_t m_length = 0; // samples per channel, without the current step
    QString m_error; // the first one
    bool m_isFull = false;
};

} // namespace islet::ctl

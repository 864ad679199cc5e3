/** Names and short forms that a brief may use though its source does not, and those that translators translate. */

function words(list: string): ReadonlySet<string> {
  return new Set(list.toLowerCase().trim().split(/\s+/))
}

/** Short forms that every reader of the field knows; in small letters. */
export const generalAcronyms = words(`
  AI AGI ML DL NLP LLM LLMs API APIs GPU GPUs CPU CPUs TPU RAM PDF HTML HTTP URL URLs JSON XML YAML SQL CSV GUI UI IT OS
  PC SDK IDE ID IDs Q&A USD UK US USA EU SOTA SoTA OK A/B R&D 2D 3D 4D VR AR IoT Wi-Fi STEM QA vs GB MB KB TB PB EB dB dBm Hz kHz MHz GHz kW kWh FPS`)

/** Words that stand untranslated in technical prose of any language. */
export const technicalWords = words(`
  token tokens tokenizer transformer transformers prompt prompts agent agents benchmark benchmarks baseline baselines
  pipeline embedding embeddings attention encoder decoder softmax dropout batch epoch epochs logit logits fine-tuning
  pre-training zero-shot few-shot one-shot one-hot end-to-end top-k top-1 top-5 pass@k pass@1 best-of-n online offline
  bug bugs web app apps python linux docker github open-source open-weight ok vs etc al et`)

/** Written with capitals inside, and yet at home in other languages under another name. */
export const translatableNames = words(`
  LiDAR MoCap PhD MSc BSc COVID COVID-19 NVIDIA T2I T2V I2V I2I V2V T2A TTS ASR YouTube StarCraft WarCraft GitHub WiFi Wi-Fi DeepFake DeepFakes MacBook LinkedIn TikTok WeChat JavaScript
  GenAI OpenAI DeepMind iPhone arXiv LaTeX PowerPoint eBook McNemar SoTA CoT MoE IoU mIoU mAP QoS IoT VoIP HuggingFace ShortForm
  eCommerce FinTech BioMed EdTech DNAs LLMs MLLMs VLMs GPUs CPUs APIs ViT LoRA RoPE NeRF CNNs RNNs GANs DNNs GNNs SLMs
  DoF DoFs SoC SoCs OoD kNN k-NN pLM pLMs LMs PLMs F1 BLEU ROUGE AUROC AUC PSNR SSIM mse RMSE FPS FLOPs KV RLHF RLVR EEG SLAM WER LVLMs UAVs LRMs PDEs ODEs`)
